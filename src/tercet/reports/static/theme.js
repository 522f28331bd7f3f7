(function () {
  var root = document.documentElement, kept = null;
  try { kept = localStorage.getItem("theme"); } catch (e) { /* a page opened from a file may have no storage */ }
  var asked = new URLSearchParams(location.search).get("theme") || kept;
  if (asked === "dark" || asked === "light") root.dataset.theme = asked;
  document.addEventListener("click", function (event) {
    if (!event.target.closest || !event.target.closest("[data-switch-theme]")) return;
    var dark = (root.dataset.theme || (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) === "dark";
    root.dataset.theme = dark ? "light" : "dark";
    try { localStorage.setItem("theme", root.dataset.theme); } catch (e) { /* see above */ }
  });
})();
