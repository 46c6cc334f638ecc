// Runs before the page is drawn, so that a chosen theme does not flash. The choice stays in the
// browser's local storage: no cookie, nothing sent.
(function () {
  "use strict";
  var root = document.documentElement;
  root.classList.add("js");
  try {
    var theme = localStorage.getItem("tsnet-theme");
    if (theme === "light" || theme === "dark") root.dataset.theme = theme;
  } catch (error) {
    // Storage is switched off: the system's theme holds.
  }
})();
