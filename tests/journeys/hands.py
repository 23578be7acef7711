"""How a person acts on a page: with a mouse, or with the keyboard alone."""

from pathlib import Path
from typing import Protocol

from playwright.sync_api import Page

from tests.journeys.browser import follow

MOST_TABS = 400  # more than any page has places to stop at

# An outline, or a line inside the edge, shows around the focused element or what stands in for it,
# and nothing lies over that (WCAG 2.4.7 and 2.4.11).
FOCUS_IS_SEEN = """element => {
  const shown = [element, element.parentElement, element.closest("li"),
                 element.nextElementSibling,
                 ...(element.labels || [])].filter(Boolean);
  const ringed = shown.filter(each => {
    const style = getComputedStyle(each);
    return (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0)
        || style.boxShadow.includes("inset")
        || [...each.querySelectorAll("rect, circle")].some(  // a pin of a map
             shape => parseFloat(getComputedStyle(shape).strokeWidth) >= 4);
  });
  return ringed.some(each => {
    const box = each.getBoundingClientRect();
    const middle = (Math.max(box.top, 0) + Math.min(box.bottom, innerHeight)) / 2;
    const top = document.elementFromPoint(box.left + box.width / 2, middle);
    return top && (each.contains(top) || top.contains(each));
  });
}"""


class Hands(Protocol):
    page: Page

    def follow(self, selector: str) -> None:
        """Go to the page that a link or a button leads to."""

    def fill(self, selector: str, text: str) -> None: ...

    def choose(self, selector: str) -> None:
        """Choose a radio button, or tick a box that is not ticked."""

    def select(self, selector: str, value: str) -> None: ...


class Mouse:
    def __init__(self, page: Page) -> None:
        self.page = page

    def follow(self, selector: str) -> None:
        follow(self.page, selector)

    def fill(self, selector: str, text: str) -> None:
        self.page.fill(selector, text)

    def choose(self, selector: str) -> None:
        self.page.check(selector, force=True)  # the label covers it

    def select(self, selector: str, value: str) -> None:
        self.page.select_option(selector, value)


class Keyboard:
    """Only Tab, Enter, the space bar, the arrows and letters; the focus must be seen throughout."""

    def __init__(self, page: Page) -> None:
        self.page = page
        page.emulate_media(reduced_motion="reduce")  # where the focus is, is where it stays
        # Listened for from the start: asked for only beside the key, it can come too late.
        page.on("filechooser", lambda _chooser: None)

    def follow(self, selector: str) -> None:
        self._go_to(selector)
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")

    def fill(self, selector: str, text: str) -> None:
        self._go_to(selector)
        if self._is(selector, "each.type === 'date'"):
            self._type_date(selector, text)
        else:
            self.page.keyboard.press("Control+A")
            self.page.keyboard.insert_text(text)
        assert self.page.input_value(selector) == text

    def choose(self, selector: str) -> None:
        if self._is(selector, "each.type === 'radio'"):
            self._choose_radio(selector)
        else:
            self._go_to(selector)
            self.page.keyboard.press("Space")
        assert self.page.is_checked(selector)

    def select(self, selector: str, value: str) -> None:
        self._go_to(selector)
        index = self.page.eval_on_selector(
            selector, "(each, value) => [...each.options].findIndex(o => o.value === value)", value
        )
        self.page.keyboard.press("Home")
        for _ in range(index):
            self.page.keyboard.press("ArrowDown")
        assert self.page.input_value(selector) == value

    def press(self, selector: str) -> None:
        """A button that changes the page it is on, or what opens a part of it."""
        self._go_to(selector)
        self.page.keyboard.press("Enter")

    def attach(self, selector: str, *files: Path) -> None:
        """Choose files in the window of the system, which is not the page's."""
        self._go_to(selector)
        with self.page.expect_file_chooser() as chooser:
            self.page.keyboard.press("Enter")
        chooser.value.set_files(list(files))

    def _choose_radio(self, selector: str) -> None:
        """A group is one stop of Tab; the arrows go round in it."""
        group = self.page.get_attribute(selector, "name")
        self._go_to(f'input[name="{group}"]')
        self.page.keyboard.press("Space")
        for _ in range(self.page.locator(f'input[name="{group}"]').count()):
            if self.page.is_checked(selector):
                return
            self.page.keyboard.press("ArrowRight")

    def _type_date(self, selector: str, iso: str) -> None:
        """Chromium takes the parts in the order of a language of its own choice."""
        year, month, day = iso.split("-")
        for parts in (f"{day}{month}{year}", f"{month}{day}{year}"):
            self.page.keyboard.type(parts)
            if self.page.input_value(selector) == iso:
                return
            for _ in range(2):  # back to the first part
                self.page.keyboard.press("ArrowLeft")

    def _is(self, selector: str, test: str) -> bool:
        is_so: bool = self.page.eval_on_selector(selector, f"each => {test}")
        return is_so

    def _go_to(self, selector: str) -> None:
        self.page.wait_for_load_state()
        self.page.locator(selector).first.wait_for(state="attached")
        for _ in range(MOST_TABS):
            if self._is_at(selector):
                break
            self.page.keyboard.press("Tab")
        else:
            raise AssertionError(f"The keyboard does not reach {selector} on {self.page.url}.")
        focused = self.page.evaluate_handle("document.activeElement")
        seen = self.page.evaluate(FOCUS_IS_SEEN, focused)
        assert seen, f"The focus on {selector} is not seen on {self.page.url}."

    def _is_at(self, selector: str) -> bool:
        there: bool = self.page.evaluate(
            "selector => document.activeElement.matches(selector)", selector
        )
        return there


# Where the focus is, as one word, and whether that comes after the element it was on before; the
# links and buttons that script or style puts elsewhere would come before.
NEXT_STOP = """() => {
  const here = document.activeElement;
  const before = window.lastStop;
  window.lastStop = here;
  if (here === document.body) return null;
  const words = here.id || here.name || here.textContent.trim().slice(0, 40);
  window.firstStop = window.firstStop || here;
  if (before && here === window.firstStop) return null;  // round again
  const follows = !before || before === here || before.compareDocumentPosition(here) & 4;
  return [`${here.tagName.toLowerCase()} ${words}`, Boolean(follows)];
}"""


def faults_of_stops(page: Page) -> list[str]:
    """Go through a page with Tab: where the focus is not seen, and where it jumps back."""
    faults = []
    # What takes the focus by itself stands in the middle.
    page.evaluate("document.activeElement.blur(); window.getSelection().removeAllRanges()")
    page.evaluate("document.body.tabIndex = -1; document.body.focus(); delete window.lastStop")
    for _ in range(MOST_TABS):
        page.keyboard.press("Tab")
        stop = page.evaluate(NEXT_STOP)
        if stop is None:
            break
        words, follows = stop
        if not follows:
            faults.append(f"the focus jumps back to {words}")
        if not page.evaluate(FOCUS_IS_SEEN, page.evaluate_handle("document.activeElement")):
            faults.append(f"the focus on {words} is not seen")
    return faults
