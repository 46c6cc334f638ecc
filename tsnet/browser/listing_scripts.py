"""What a listing's page in the browser is asked and told, as JavaScript. Imports no Playwright."""

from __future__ import annotations

_EVERY = """
const every = (selector, root = document) => [
    ...root.querySelectorAll(selector),
    ...[...root.querySelectorAll("*")].filter(e => e.shadowRoot)
        .flatMap(e => every(selector, e.shadowRoot)),
];
"""
"""``every(selector)``: what is in the page, in the shadow roots of its elements too."""

_SAID = """
const said = e => {
    const text = e.tagName === "INPUT" ? e.value : e.textContent;
    return /[\\p{L}\\p{N}]/u.test(text) ? text
        : e.getAttribute("aria-label") || e.title || e.querySelector("img[alt]")?.alt || "";
};
"""
"""``said(element)``: its text, or what is said of the picture that it shows."""

CONTROLS = (
    "() => {"
    + _EVERY
    + _SAID
    + """
    return every("*").filter(e => {
        const text = e.childElementCount <= 4 ? said(e) : "";
        return /\\S/.test(text) && text.length <= 80 && e.getClientRects().length > 0
            && getComputedStyle(e).visibility !== "hidden" && !e.disabled;
    });
}"""
)
"""Elements that are shown and say something short."""

TEXTS = (
    "elements => {"
    + _SAID
    + """
    return elements.map(e => [
        said(e),
        e.closest("a, button, input, [role=button], [onclick], [id*=more i], [class*=more i], " +
            "[id*=load i], [class*=load i]") !== null,
    ]);
}"""
)
"""What each says, and whether it looks as if a script heard a click on it."""

_LEADS_AWAY = """
const leads_away = e => {
    const link = e.closest("a[href]");
    return link && /^https?:$/.test(link.protocol)
        && link.href.split("#")[0] !== location.href.split("#")[0];
};
"""

INNERMOST = (
    "(elements, matching) => {"
    + _LEADS_AWAY
    + """
    return matching.filter(i => !leads_away(elements[i])
        && !matching.some(other => other !== i && elements[i].contains(elements[other])));
}"""
)
"""Those that hold no other, as a click on one reaches all that hold it; no link elsewhere."""

NEXT_NUMBER = (
    "(elements, [before, numbers]) => {"
    + _LEADS_AWAY
    + """
    const row = e => [e.parentElement, e.parentElement?.parentElement];
    return numbers.map(i => elements[i]).findLast(e => e.childElementCount === 0 && !leads_away(e)
        && before.some(i => row(elements[i]).some(holder => holder && row(e).includes(holder))));
}"""
)
"""The last that stands in a row with one of ``before``; no link elsewhere."""

_LINKS = (
    _EVERY
    + """
const told = (globalThis[Symbol.for("tsnet.links")] ??= {addresses: new Set(), links: []});
const written = e => e.getAttribute("href") || e.dataset.href || e.dataset.url
    || (e.getAttribute("onclick") ?? "").match(/['"]([^'"\\s]*\\/[^'"\\s]*)['"]/)?.[1] || "";
const address = e => Object.assign(document.createElement("a"), {href: written(e)}).href;
const collect = () => {
    for (const e of every("a[href], area[href], [data-href], [data-url], [onclick]")) {
        const url = address(e);
        if (told.addresses.has(url)) { continue; }
        told.addresses.add(url);
        told.links.push([
            url,
            e.textContent.trim().slice(0, 200),
            (e.closest("li, tr, dd, article") ?? e.parentElement ?? e).textContent.slice(0, 400),
        ]);
    }
};
"""
)
"""What leads to articles, as ``tsnet.site.document`` sees it. ``collect()`` keeps address, text and
line of each link that was not there before in ``told.links``."""

NEW_LINKS = "() => {" + _LINKS + "collect(); return told.links.splice(0);}"
"""What was collected since the last call."""

HAS_NEW_LINKS = "() => {" + _LINKS + "collect(); return told.links.length > 0;}"
"""Whether anything was collected since then."""

SCROLL = (
    "async ([back_and_forth, most_steps]) => {"
    + _LINKS
    + """
    const boxes = every("*").filter(e =>
        e.scrollHeight > e.clientHeight + 1 && /auto|scroll/.test(getComputedStyle(e).overflowY));
    boxes.push(document.scrollingElement ?? document.documentElement);
    const pause = time => new Promise(done => setTimeout(done, time));
    const frames = () => new Promise(done =>
        requestAnimationFrame(() => requestAnimationFrame(done)));
    const scroll = async (box, to) => {
        box.scrollTop = to;
        box.dispatchEvent(new Event("scroll"));
        document.dispatchEvent(new Event("scroll", {bubbles: true}));
        await Promise.race([frames(), pause(1000)]);
        collect();
    };
    if (back_and_forth) {
        for (const place of [box => box.scrollHeight, () => 0]) {
            for (const box of boxes) { await scroll(box, place(box)); }
            await pause(150);
        }
    }
    for (const box of boxes) {
        const end = box.scrollHeight - box.clientHeight;  // as it is now: one growth at a time
        for (let steps = most_steps; steps > 0; steps--) {
            const left = end - box.scrollTop;
            const step = Math.min(left, Math.max(box.clientHeight, left / steps));
            await scroll(box, box.scrollTop + step);
            if (left <= box.clientHeight) { break; }
        }
    }
}"""
)
"""Go down to the end of the page, and of the boxes in it that scroll by themselves, past what a
list shows only while it is in sight. The events reach a script also where a page without its
pictures is too short to be scrolled."""
