// A warning some minutes before somebody would be signed out, with a button that keeps them in. What they have typed
// stays on the page whatever they choose.

const WARN_MINUTES = 5;
const MINUTE = 60 * 1000;

export function warnBeforeSignOut() {
  const dialog = document.getElementById("session-warning");
  if (!dialog || typeof dialog.showModal !== "function") return;
  const stay = dialog.querySelector("[data-stay]");
  const left = dialog.querySelector("[data-minutes-left]");
  let endsAt = 0;
  let timer;
  let closed = false;

  function begin() {
    endsAt = Date.now() + Number(dialog.dataset.minutes) * MINUTE;
    closed = false;
    clearInterval(timer);
    timer = setInterval(look, MINUTE / 4);
  }

  // The clock is read each time, because a sleeping laptop stops timers.
  function look() {
    const minutes = Math.ceil((endsAt - Date.now()) / MINUTE);
    if (minutes > WARN_MINUTES || (closed && minutes > 0)) return;
    left.textContent = String(Math.max(minutes, 1));
    if (minutes <= 0) sayItIsOver();
    if (!dialog.open) dialog.showModal();
  }

  function sayItIsOver() {
    clearInterval(timer);
    dialog.querySelector("[data-still-in]").hidden = true;
    dialog.querySelector("[data-signed-out]").hidden = false;
    stay.hidden = true;
  }

  async function keepSignedIn() {
    try {
      const answer = await fetch(dialog.dataset.url, {
        method: "POST",
        headers: { "X-CSRFToken": dialog.dataset.token },
        redirect: "error",
      });
      if (!answer.ok) throw new Error(String(answer.status));
      dialog.addEventListener("close", begin, { once: true });
      dialog.close();
    } catch {
      sayItIsOver();
    }
  }

  stay.addEventListener("click", keepSignedIn);
  dialog.querySelector("[data-close]").addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => { closed = true; });
  begin();
}
