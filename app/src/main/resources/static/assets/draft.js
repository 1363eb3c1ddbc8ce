// Draft page: autosave two seconds after the last key and on leaving a field, with the version that was read.
// Without this script every button still saves; with it nothing typed is ever dropped.
(function () {
  "use strict";
  var form = document.getElementById("draft");
  if (!form) return;
  var state = document.getElementById("saved");
  var version = form.elements.version;
  var timer = null;
  var saving = false;
  var changed = false;
  var stopped = !form.dataset.autosave;
  var waiting = null; // the button pressed while an autosave was on its way: it goes after it, with the new version

  function say(text) {
    state.textContent = text;
  }

  function fields() {
    var data = new URLSearchParams();
    new FormData(form).forEach(function (value, name) {
      if (typeof value === "string" && name !== "version" && name !== "act") data.append(name, value);
    });
    return data;
  }

  function save() {
    clearTimeout(timer);
    if (stopped || saving || !changed) return;
    saving = true;
    changed = false;
    fetch(form.dataset.autosave, {
      method: "POST",
      headers: { "If-Match": version.value, Accept: "application/json" },
      body: fields(),
    })
      .then(function (response) {
        return response.json().then(function (answer) {
          if (response.ok) {
            version.value = answer.version;
            say("第" + answer.version + "版，" + answer.savedAt + " 已自动保存");
            var characters = document.getElementById("characters");
            if (characters) characters.textContent = answer.characters;
          } else if (response.status === 412) {
            stopped = true;
            document.getElementById("conflict").hidden = false;
            say("没有自动保存：另一个窗口保存过第" + answer.version + "版");
          } else {
            stopped = response.status === 409;
            changed = true;
            say("没有自动保存：" + (answer.detail || "请按“保存”重试"));
          }
        });
      })
      .catch(function () {
        changed = true;
        say("网络断了，写的内容还在本页，恢复后自动保存");
        timer = setTimeout(save, 5000);
      })
      .finally(function () {
        saving = false;
        if (waiting) form.requestSubmit(waiting);
        else if (changed && !stopped) timer = setTimeout(save, 2000);
      });
  }

  form.addEventListener("input", function (event) {
    if (event.target.type === "file") return;
    changed = true;
    if (!stopped) say("有改动，尚未保存");
    clearTimeout(timer);
    timer = setTimeout(save, 2000);
  });
  form.addEventListener("focusout", save);
  form.addEventListener("submit", function (event) {
    if (saving) {
      event.preventDefault();
      waiting = event.submitter;
      return;
    }
    clearTimeout(timer);
    stopped = true;
    changed = false;
  });
  window.addEventListener("beforeunload", function (event) {
    if (changed) event.preventDefault();
  });
  document.addEventListener("keydown", function (event) {
    if ((event.ctrlKey || event.metaKey) && event.key === "s") {
      event.preventDefault();
      changed = true;
      save();
    }
  });

  // grounds belong to the chosen attribute only
  function showGrounds() {
    var chosen = form.querySelector("input[name=attribute]:checked");
    var value = chosen ? chosen.value : "";
    form.querySelectorAll(".grounds").forEach(function (group) {
      var own = group.dataset.attribute;
      var visible = own === "any" ? value !== "" && value !== "PROACTIVE" : own === value;
      group.hidden = !visible;
      if (!visible && own !== "any") {
        group.querySelectorAll("input").forEach(function (box) {
          if (box.name === "grounds") box.checked = false;
        });
      }
    });
  }
  form.addEventListener("change", function (event) {
    if (event.target.name === "attribute") showGrounds();
  });
  showGrounds();

  // labels of levels, at the line of the cursor
  var tools = form.querySelector(".tool");
  var body = form.elements.body;
  tools.hidden = false;
  tools.addEventListener("click", function (event) {
    var label = event.target.dataset.insert;
    if (!label) return;
    var start = body.value.lastIndexOf("\n", body.selectionStart - 1) + 1;
    body.setRangeText(label, start, start, "end");
    body.focus();
    body.dispatchEvent(new Event("input", { bubbles: true }));
  });

  // the outline leads to its line
  form.querySelectorAll(".outline a[data-line]").forEach(function (link) {
    link.addEventListener("click", function (event) {
      var at = body.value.indexOf(link.dataset.line);
      if (at < 0) return;
      event.preventDefault();
      body.focus();
      body.setSelectionRange(at, at + link.dataset.line.length);
    });
  });

  // the field grows with its text
  function grow() {
    body.rows = Math.max(22, body.value.split("\n").reduce(function (rows, line) {
      return rows + Math.max(1, Math.ceil(line.length / 27));
    }, 2));
  }
  body.addEventListener("input", grow);
  grow();
})();
