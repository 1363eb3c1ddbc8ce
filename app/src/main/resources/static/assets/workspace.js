// Keyboard of the workspace; every job works without it.
(function () {
  "use strict";
  function typing(target) {
    return target.closest("input,textarea,select,[contenteditable]") !== null;
  }
  document.addEventListener("keydown", function (event) {
    if (event.isComposing) return;
    if (event.key === "Enter" && event.ctrlKey) {
      var form = event.target.closest("form[data-primary]") || document.querySelector("form[data-primary]");
      if (form) {
        event.preventDefault();
        form.requestSubmit(form.querySelector(".pri"));
      }
      return;
    }
    if (typing(event.target) || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "/") {
      var find = document.getElementById("q");
      if (find && find.offsetParent !== null) {
        event.preventDefault();
        find.focus();
      }
    }
  });
})();
