// Inbox: selection count and single keys; the page works without it.
(function () {
  "use strict";
  var form = document.querySelector("form.rows");
  if (!form) return;
  var boxes = Array.from(form.querySelectorAll("tbody input[type=checkbox]"));
  var links = Array.from(form.querySelectorAll("a.ti"));
  var all = form.querySelector("[data-all]");
  var selected = form.querySelector("[data-selected]");

  function count() {
    if (!selected) return;
    var n = boxes.filter(function (box) { return box.checked; }).length;
    selected.textContent = "已选 " + n + " 件";
    all.checked = n > 0 && n === boxes.length;
    all.indeterminate = n > 0 && n < boxes.length;
  }
  form.addEventListener("change", function (event) {
    if (event.target === all) {
      boxes.forEach(function (box) { box.checked = all.checked; });
    }
    count();
  });
  count();

  form.addEventListener("focusin", function (event) {
    if (!event.target.matches("a.ti[hx-get]")) return;
    var before = form.querySelector("tr[aria-selected]");
    if (before) before.removeAttribute("aria-selected");
    event.target.closest("tr").setAttribute("aria-selected", "true");
  });

  document.addEventListener("keydown", function (event) {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest("input:not([type=checkbox]),textarea,select,[contenteditable]")) return;
    var row = document.activeElement && document.activeElement.closest("form.rows tbody tr");
    var at = row ? links.indexOf(row.querySelector("a.ti")) : -1;
    if (event.key === "j" && at + 1 < links.length) links[at + 1].focus();
    else if (event.key === "k" && at > 0) links[at - 1].focus();
    else if (event.key === "x" && boxes[at]) { boxes[at].checked = !boxes[at].checked; count(); }
    else if (event.key === "X" && boxes.length > 0) { boxes.forEach(function (box) { box.checked = true; }); count(); }
    else return;
    event.preventDefault();
  });
})();
