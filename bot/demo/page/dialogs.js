// Short words over the page (toasts) and questions that want a tap (dialogs).

import { el, replaceChildren } from "./dom.js";
import { has, t } from "./texts.js";

const TOAST_MILLISECONDS = 3200;
let hiding = 0;

export function toast(text) {
  const node = document.getElementById("toast");
  node.textContent = text;
  node.hidden = false;
  clearTimeout(hiding);
  hiding = setTimeout(() => (node.hidden = true), TOAST_MILLISECONDS);
}

/** Say what went wrong: the server's key if it has a text. */
export function complain(error) {
  toast(t(has(error.message) ? error.message : "failed"));
}

export function alertBox(text) {
  const ok = el("button", { type: "button", class: "primary", onclick: close }, t("ok"));
  open(el("p", { dir: "auto" }, text), el("div", { class: "dialog-actions" }, ok));
  ok.focus();
}

/** A list of choices ({label, note, picture, choose}); the dialog closes before the choice is carried out. */
export function choose(title, choices) {
  const pick = (choice) => {
    close();
    choice.choose();
  };
  open(
    el("h2", {}, title),
    el(
      "div",
      { class: "choices" },
      choices.map((choice) =>
        el(
          "button",
          { type: "button", class: "choice", onclick: () => pick(choice) },
          choice.picture,
          el("span", {}, choice.label, choice.note && el("small", {}, choice.note)),
        ),
      ),
    ),
    el("div", { class: "dialog-actions" }, el("button", { type: "button", onclick: close }, t("cancel"))),
  );
}

function open(...children) {
  const dialog = document.getElementById("dialog");
  if (dialog.open) dialog.close();
  replaceChildren(dialog, ...children);
  dialog.showModal();
}

function close() {
  document.getElementById("dialog").close();
}
