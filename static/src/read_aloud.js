// "Read this to me": the browser's own voice reads a part of the page, a sentence or so at a time.

const SKIPPED = "[data-read-aloud], [hidden], script, style, svg, .govuk-visually-hidden, .govuk-error-message__hidden";
const LINES = "h1, h2, h3, h4, p, li, dt, dd, legend, label, th, td, summary, button, figcaption";

export function offerReadAloud() {
  if (!("speechSynthesis" in window)) return;
  for (const offer of document.querySelectorAll("[data-read-aloud]")) {
    const part = document.getElementById(offer.dataset.readAloud);
    if (part) setUp(offer, part);
  }
  window.addEventListener("pagehide", () => speechSynthesis.cancel());
}

function setUp(offer, part) {
  const play = offer.querySelector("[data-play]");
  const stop = offer.querySelector("[data-stop]");
  const reading = (now) => {
    play.hidden = now;
    stop.hidden = !now;
    (now ? stop : play).focus();
  };
  play.addEventListener("click", () => {
    speechSynthesis.cancel();
    const lines = linesOf(part);
    if (!lines.length) return;
    reading(true);
    lines.forEach((line, place) => {
      const spoken = new SpeechSynthesisUtterance(line);
      spoken.lang = part.closest("[lang]").lang;
      spoken.rate = 0.9;
      // Some devices never say "end" after a fault, so either one ends the reading.
      if (place === lines.length - 1) spoken.onend = spoken.onerror = () => reading(false);
      speechSynthesis.speak(spoken);
    });
  });
  stop.addEventListener("click", () => {
    speechSynthesis.cancel();
    reading(false);
  });
  offer.hidden = false;
}

// The words of each line, once: a line inside another line is read as part of the outer one.
function linesOf(part) {
  return [...part.querySelectorAll(LINES)]
    .filter((line) => !line.closest(SKIPPED) && line.checkVisibility() && !line.parentElement.closest(LINES))
    .map((line) => line.innerText.replace(/\s+/g, " ").trim())
    .filter(Boolean);
}
