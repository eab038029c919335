// The explorer's script: completion of names, and buttons that copy. Every page works without it.
"use strict";

const WAIT = 120; // milliseconds after the last key

class Completion {
  constructor(input) {
    this.input = input;
    this.form = input.form;
    this.address = input.dataset.complete;
    this.asked = 0;
    this.at = -1;
    this.list = document.createElement("ul");
    this.list.id = input.id + "-choices";
    this.list.className = "choices";
    this.list.setAttribute("role", "listbox");
    this.list.setAttribute("aria-label", "Names");
    this.list.hidden = true;
    this.form.append(this.list);
    for (const [name, value] of [["role", "combobox"], ["aria-autocomplete", "list"], ["aria-expanded", "false"], ["aria-controls", this.list.id]]) {
      input.setAttribute(name, value);
    }
    input.addEventListener("input", () => this.later());
    input.addEventListener("keydown", (event) => this.key(event));
    input.addEventListener("blur", () => setTimeout(() => this.show([]), 150));
  }

  later() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.ask(), WAIT);
  }

  async ask() {
    const text = this.input.value.trim();
    const number = ++this.asked;
    if (!text) return this.show([]);
    const reply = await fetch(this.address + "?q=" + encodeURIComponent(text));
    if (!reply.ok || number !== this.asked) return;
    this.show(await reply.json());
  }

  show(found) {
    this.at = -1;
    this.found = found;
    this.list.replaceChildren(...found.map((one, number) => this.choice(one, number)));
    this.list.hidden = found.length === 0;
    this.input.setAttribute("aria-expanded", String(found.length > 0));
    this.input.removeAttribute("aria-activedescendant");
  }

  choice(one, number) {
    const item = document.createElement("li");
    const badge = document.createElement("span");
    const kind = document.createElement("small");
    item.id = this.list.id + "-" + number;
    item.setAttribute("role", "option");
    item.setAttribute("aria-selected", "false");
    badge.className = "badge family-" + one.family;
    badge.textContent = one.letter;
    badge.setAttribute("aria-hidden", "true");
    kind.textContent = " " + one.type + (one.name === one.label ? "" : ", also “" + one.name + "”");
    item.append(badge, " " + one.label, kind);
    item.addEventListener("mousedown", (event) => event.preventDefault());
    item.addEventListener("click", () => { location.assign(one.address); });
    return item;
  }

  key(event) {
    const items = this.list.children;
    if (event.key === "Escape") return this.show([]);
    if (event.key === "Enter" && this.at >= 0) {
      event.preventDefault();
      return location.assign(this.found[this.at].address);
    }
    if (!items.length || (event.key !== "ArrowDown" && event.key !== "ArrowUp")) return;
    event.preventDefault();
    if (this.at >= 0) items[this.at].setAttribute("aria-selected", "false");
    this.at = (this.at + (event.key === "ArrowDown" ? 1 : -1) + items.length) % items.length;
    items[this.at].setAttribute("aria-selected", "true");
    items[this.at].scrollIntoView({ block: "nearest" });
    this.input.setAttribute("aria-activedescendant", items[this.at].id);
  }
}

function copying(code) {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = "Copy";
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(code.textContent);
    button.textContent = "Copied";
  });
  code.after(button);
}

document.querySelectorAll("input[data-complete]").forEach((input) => new Completion(input));
if (navigator.clipboard) document.querySelectorAll("code[data-copy]").forEach(copying);
