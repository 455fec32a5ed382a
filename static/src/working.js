// A page that says how far something is: looks again every second and changes only what it says. It never takes the
// focus, reads aloud now and then, and goes where the answer is once it is there.

const LOOK = 1000;
const READ = 10 * 1000;

export function watchWork() {
  const shown = document.querySelector("[data-working]");
  if (!shown) return;
  const said = shown.querySelector("[data-said]");
  const bar = shown.querySelector("progress");
  const read = shown.querySelector("[data-read]");
  let readAt = Date.now();

  async function look() {
    try {
      // The answer is not followed here: opening it is for the page itself, once.
      const answer = await fetch(location.href, { redirect: "manual", cache: "no-store" });
      if (!answer.ok) return location.reload();
      const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("[data-working]");
      if (!fresh) return location.reload();
      say(fresh);
    } catch {
      // No connection just now: it may be back in a moment.
    }
    setTimeout(look, LOOK);
  }

  function say(fresh) {
    const words = fresh.querySelector("[data-said]").textContent.trim();
    const far = fresh.querySelector("progress");
    if (said.textContent.trim() !== words) said.textContent = words;
    bar.max = far.max;
    if (far.hasAttribute("value")) bar.value = far.value;
    else bar.removeAttribute("value");
    if (Date.now() - readAt < READ) return;
    readAt = Date.now();
    read.textContent = words;
  }

  setTimeout(look, LOOK);
}
