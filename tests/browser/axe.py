"""What axe finds on a page, and how letters stand out from what lies behind them looked at once for each way they look.

Contrast is most of what axe works at, and follows from the styles of an element and of whatever it lies in. So words that look
the same, down to the tags and classes of everything around them, are looked at where they are met first; everything else
axe looks at on every page.
"""

from axe_playwright_python.sync_playwright import Axe as Carried
from playwright.sync_api import BrowserContext, Page

WCAG = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
    "preload": False,  # of what is read anew for it only a rule about sound and film makes use, and no page has either
}

LOOK = """
async ([options, known]) => {
    const seen = new Set(known), fresh = new Set(), looks = new Map();
    const look = element => {
        if (!element) return "";
        if (!looks.has(element)) {
            const style = getComputedStyle(element);
            looks.set(element, [
                look(element.parentElement), element.tagName, element.className, element.disabled, element.ariaDisabled,
                style.color, style.backgroundColor, style.backgroundImage, style.opacity, style.position,
                style.fontSize, style.fontWeight, style.textShadow,
            ].join("|"));
        }
        return looks.get(element);
    };
    const inShort = words => {  // one whole number below 2⁵³
        let one = 7, other = 11;
        for (let at = 0; at < words.length; at++) {
            one = Math.imul(one, 31) + words.charCodeAt(at) | 0;
            other = Math.imul(other ^ words.charCodeAt(at), 16777619);
        }
        return (one >>> 0) * 2 ** 21 + (other >>> 11);
    };
    const says = element => element.matches("input, select, textarea")
        || [...element.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.data.trim());
    for (const element of document.body.querySelectorAll("*")) {
        if (!says(element) || !element.checkVisibility()) continue;
        const short = inShort(look(element));
        if (!seen.has(short)) {
            fresh.add(short);
            element.dataset.looksNew = "";
        }
    }
    axe.configure({rules: [{id: "color-contrast", selector: "[data-looks-new]"}]});
    const found = (await axe.run(options)).violations;
    return [found.map(one => `${one.id}: ${one.nodes[0].html.slice(0, 200)}`), [...fresh]];
}
"""


class Axe:
    """Axe, and which looks it has met on the pages it was shown."""

    def __init__(self) -> None:
        self.met: set[int] = set()

    def comes_along(self, reader: BrowserContext) -> None:
        """Be there on every page that is opened from now on: sending axe to each once it is open takes longer."""
        reader.add_init_script(Carried().axe_script)

    def finds(self, page: Page) -> list[str]:
        """What is wrong with a page it came along to."""
        found, fresh = page.evaluate(LOOK, [WCAG, list(self.met)])
        self.met |= set(fresh)
        return list(found)
