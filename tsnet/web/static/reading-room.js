// Conveniences over pages that work without them: theme, keyboard, and the chart of months.
(function () {
  "use strict";

  const root = document.documentElement;
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const byId = (id) => document.getElementById(id);

  function isDark() {
    return root.dataset.theme ? root.dataset.theme === "dark" : dark.matches;
  }

  function switchTheme() {
    root.dataset.theme = isDark() ? "light" : "dark";
    try {
      localStorage.setItem("tsnet-theme", root.dataset.theme);
    } catch (error) {
      // Storage is switched off: the choice holds for this page.
    }
    drawChart();
  }

  // Keyboard

  const titles = () => Array.from(document.querySelectorAll("#hits h2 a"));

  function step(distance) {
    const links = titles();
    if (!links.length) return false;
    const at = links.indexOf(document.activeElement);
    const next = at < 0 ? (distance > 0 ? 0 : links.length - 1) : at + distance;
    if (next < 0) {
      byId("q").focus();
      return true;
    }
    if (next >= links.length) return false;
    links[next].focus();
    links[next].closest("li").scrollIntoView({ block: "nearest" });
    return true;
  }

  function follow(id) {
    const link = byId(id);
    if (link) link.click();
    return Boolean(link);
  }

  const keys = {
    "/": () => {
      const box = byId("q");
      if (!box) return follow("back");
      box.focus();
      box.select();
      return true;
    },
    j: () => step(1),
    k: () => step(-1),
    u: () => follow("back"),
    t: () => (switchTheme(), true),
    "?": () => (byId("help").showModal(), true),
    ArrowRight: () => follow("next-page"),
    ArrowLeft: () => follow("first-page"),
  };

  function typing(target) {
    return target.closest("input, select, textarea, [contenteditable]") !== null;
  }

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (byId("help").open || !(event.target instanceof Element)) return;
    const onResult = titles().includes(event.target);
    if (event.target.id === "q" && event.key === "ArrowDown") {
      if (step(1)) event.preventDefault();
    } else if (onResult && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      if (step(event.key === "ArrowDown" ? 1 : -1)) event.preventDefault();
    } else if (!typing(event.target) && Object.hasOwn(keys, event.key)) {
      // In a box that scrolls sideways the arrows scroll it.
      if (event.key.startsWith("Arrow") && event.target.closest(".scroll")) return;
      if (keys[event.key]()) event.preventDefault();
    }
  });

  byId("theme").addEventListener("click", switchTheme);
  byId("keys").addEventListener("click", () => byId("help").showModal());
  byId("help").addEventListener("click", (event) => {
    if (event.target === byId("help")) byId("help").close();
  });

  // The way back keeps the place on the page of results, where the browser has it.
  const back = byId("back");
  if (back) {
    back.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || !window.navigation) return;
      const entries = navigation.entries();
      const before = entries[navigation.currentEntry.index - 1];
      if (before && before.url === back.href) {
        event.preventDefault();
        history.back();
      }
    });
  }

  // The chart of months, drawn by uPlot from the table that is there without it.

  const plot = byId("plot");
  const table = byId("months");
  // A canvas knows no variables: an element is asked what a variable comes to.
  const colour = (name) => {
    plot.style.color = `var(${name})`;
    return getComputedStyle(plot).color;
  };
  let chart = null;

  function readMonths() {
    const found = new Map();
    for (const link of table.querySelectorAll("a[data-month]")) {
      found.set(link.dataset.month, {
        count: Number(link.dataset.count),
        chosen: link.hasAttribute("aria-current"),
      });
    }
    const keys = Array.from(found.keys()).sort();
    const months = [];
    if (!keys.length) return months;
    let [year, month] = keys[0].split("-").map(Number);
    const last = keys[keys.length - 1];
    // A year's gap in the archive is a gap in the chart; 1,200 months are a century.
    for (let n = 0; n < 1200; n++) {
      const key = `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}`;
      months.push({ key, count: 0, chosen: false, ...found.get(key) });
      if (key === last) break;
      month += 1;
      if (month > 12) [year, month] = [year + 1, 1];
    }
    return months;
  }

  function narrow(first, last) {
    const [year, month] = last.key.split("-").map(Number);
    const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
    const address = new URL(location.href);
    address.searchParams.set("since", `${first.key}-01`);
    address.searchParams.set("until", `${last.key}-${days}`);
    address.searchParams.delete("after");
    location.assign(address);
  }

  function drawChart() {
    if (!plot || !window.uPlot) return;
    const months = readMonths();
    if (chart) {
      chart.destroy();
      chart = null;
    }
    if (months.length < 2) {
      plot.hidden = true;
      table.open = true;
      return;
    }
    const narrowed = months.some((month) => month.chosen);
    const places = months.map((_, index) => index);
    const outside = months.map((month) => (narrowed && !month.chosen ? month.count : null));
    const inside = months.map((month) => (narrowed && !month.chosen ? null : month.count));
    const bars = uPlot.paths.bars({ size: [0.78, 40, 1], radius: 0.12 });
    const tip = document.createElement("div");
    tip.className = "plot-tip";

    const font = `12px ${getComputedStyle(document.body).fontFamily}`;
    const clamp = (place) => Math.min(Math.max(Math.round(place), 0), months.length - 1);

    chart = new uPlot(
      {
        width: plot.clientWidth,
        height: 132,
        padding: [14, 0, 0, 0],
        legend: { show: false },
        select: { show: true },
        cursor: {
          y: false,
          x: false,
          points: { show: false },
          drag: { x: true, y: false, setScale: false, dist: 4 },
        },
        scales: {
          x: { time: false, range: [-0.6, months.length - 0.4] },
          y: { range: (_, low, high) => [0, Math.max(high, 1)] },
        },
        axes: [
          {
            stroke: colour("--dim"),
            font,
            grid: { show: false },
            ticks: { show: false },
            size: 26,
            splits: () => labels(months, plot.clientWidth),
            values: (_, at) => at.map((place) => label(months, place, at)),
          },
          {
            stroke: colour("--dim"),
            font,
            size: 44,
            space: 36,
            incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000, 20000, 50000, 1e5],
            grid: { stroke: colour("--line"), width: 1 },
            ticks: { show: false },
          },
        ],
        series: [
          {},
          { paths: bars, fill: colour("--bar-pale"), width: 0, points: { show: false } },
          { paths: bars, fill: colour("--bar"), width: 0, points: { show: false } },
        ],
        hooks: {
          setCursor: [
            (self) => {
              const place = self.cursor.idx;
              const month = place == null ? null : months[place];
              tip.hidden = !month;
              if (!month) return;
              tip.textContent = plot.dataset.count
                .replace("{month}", month.key)
                .replace("{n}", month.count.toLocaleString("en"));
              const middle = self.valToPos(place, "x");
              tip.style.left = `${Math.min(Math.max(middle, 48), self.over.clientWidth - 48)}px`;
            },
          ],
          setSelect: [
            (self) => {
              const { left, width } = self.select;
              if (width < 4) return;
              const first = clamp(self.posToVal(left, "x"));
              const last = clamp(self.posToVal(left + width, "x"));
              narrow(months[first], months[last]);
            },
          ],
        },
      },
      [places, outside, inside],
      plot,
    );
    chart.over.append(tip);
    chart.over.addEventListener("click", (event) => {
      if (chart.select.width >= 4) return;
      const place = clamp(chart.posToVal(event.offsetX, "x"));
      if (event.target === chart.over && months[place].count) narrow(months[place], months[place]);
    });
  }

  // Years where there are many months, months where there are few.
  function labels(months, width) {
    const most = Math.max(2, Math.floor((width - 60) / 64));
    // A label is centred under its bar: the last ones would be cut at the edge.
    const room = (place) => ((months.length - place) * (width - 44)) / months.length > 28;
    const januaries = months.flatMap((month, place) =>
      month.key.endsWith("-01") && room(place) ? [place] : [],
    );
    if (months.length > most && januaries.length > 1) {
      const every = Math.ceil(januaries.length / most);
      return januaries.filter((_, index) => index % every === 0);
    }
    const every = Math.ceil(months.length / most);
    return months.flatMap((_, place) => (place % every === 0 && room(place) ? [place] : []));
  }

  function label(months, place, all) {
    const years = all.every((one) => months[one].key.endsWith("-01"));
    return years && all.length > 1 ? months[place].key.slice(0, 4) : months[place].key;
  }

  if (plot) {
    let width = 0;
    dark.addEventListener("change", drawChart);
    new ResizeObserver(() => {
      if (plot.clientWidth !== width) {
        width = plot.clientWidth;
        drawChart();
      }
    }).observe(plot);
  }
})();
