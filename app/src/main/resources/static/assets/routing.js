// 常用语 into the opinion; without a script one types.
(function () {
  "use strict";
  document.addEventListener("click", function (event) {
    var button = event.target.closest("button[data-phrase]");
    if (!button) return;
    var field = document.getElementById(button.dataset.into);
    if (!field) return;
    field.value = field.value.trim() === "" ? button.dataset.phrase : field.value + button.dataset.phrase;
    field.focus();
  });
})();
