// The interactive graph of `kg serve` and of exported pages: draws what `elements.py` tells.
// What may go in: boxes, lines and their evidence on the screen. It needs d3 (force, drag, zoom).
// All text goes in as text; the state of the page is its address.
"use strict";
(() => {
  const root = document.getElementById("graph");
  if (!root || !window.d3) return;
  const d3 = window.d3;
  const part = (name) => root.querySelector(`[data-part="${name}"]`);
  const form = part("form"), view = part("view"), told = part("told"), status = part("status");
  const list = document.querySelector('[data-part="list"]');
  const inline = document.getElementById("graph-data");
  const data = inline && JSON.parse(inline.textContent);
  const SVG = "http://www.w3.org/2000/svg";
  const FRAME = 12; // milliseconds of a frame that may go into moving boxes
  const COLD = 0.004; // of the simulation, when it ends
  const CROWDED = 90; // statements: with more, only what is pointed at has its label
  let wider = 1.7; // how much wider the graph is drawn than high: as the screen is
  const GAP = 12;

  // ── state: what the form asks for, what was expanded, what is open ──────────────────────────
  const fields = [...form.elements].filter((field) => field.name);
  const address = () => new URLSearchParams(data ? location.hash.slice(1) : location.search);
  let state = address();

  function show(changes, push = true) {
    for (const [name, value] of Object.entries(changes)) {
      if (value) state.set(name, value);
      else state.delete(name);
    }
    const query = state.toString();
    const target = data ? `#${query}` : `${location.pathname}${query ? `?${query}` : ""}`;
    history[push ? "pushState" : "replaceState"](null, "", target);
  }

  const also = () => (state.get("also") || "").split(" ").filter(Boolean);

  const filters = form.querySelector("details");
  if (innerWidth >= 700) filters.open = true;

  function fill() {
    if ([...filters.querySelectorAll("[name]")].some((field) => state.get(field.name))) filters.open = true;
    for (const field of fields) {
      const value = state.get(field.name);
      if (field.tagName === "SELECT") {
        field.value = value || field.dataset.default || "";
        if (field.selectedIndex < 0) field.selectedIndex = 0;
      } else field.value = value || field.dataset.default || "";
    }
  }

  function read() {
    const changes = {};
    for (const field of fields) {
      const typed = field.value.trim();
      const value = typed && typed === field.dataset.label ? field.dataset.id : typed;
      changes[field.name] = value === (field.dataset.default || "") ? "" : value;
    }
    return changes;
  }

  // ── loading: from the service, or from the page itself ──────────────────────────────────────
  let asked = 0;

  async function load() {
    const mine = ++asked;
    try {
      const found = data ? local() : await remote();
      if (mine === asked) draw(found);
    } catch (error) {
      if (mine === asked) status.textContent = error.message;
    }
  }

  async function remote() {
    const answer = await fetch(`${root.dataset.elements}?${state}`);
    if (!answer.ok) throw new Error(await answer.text());
    return answer.json();
  }

  const folded = (text) =>
    text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/\s+/g, " ").trim();

  function local() {
    const holds = chooser();
    const most = Number(state.get("most") || form.elements.most.dataset.default);
    const counted = data.statements.filter(holds);
    const near = new Set(named(state.get("entity")).concat(also()).filter((id) => data.nodes[id]));
    if (state.get("entity") && !near.size) throw new Error(`No entity “${state.get("entity")}”.`);
    const chosen = near.size ? around(near, counted) : counted.filter((one) => one.edge);
    const statements = chosen.slice(0, most);
    const nodes = {};
    for (const one of statements)
      for (const end of [one.source, one.target]) nodes[end] = data.nodes[end];
    const of = near.size ? chosen.length : counted.length;
    choose(new Set((near.size ? chosen : counted).map((one) => one.id)));
    return { statements, nodes, of, centre: [...near] };
  }

  function named(name) {
    if (!name) return [];
    if (data.nodes[name]) return [name];
    const wanted = folded(name);
    return Object.keys(data.nodes).filter((id) => folded(data.nodes[id].label) === wanted);
  }

  function around(near, counted) {
    const reached = new Set(near), chosen = [];
    let left = counted;
    for (let hop = Number(state.get("hops")) || 1; hop > 0; hop--) {
      const here = left.filter((one) => reached.has(one.source) || reached.has(one.target));
      left = left.filter((one) => !here.includes(one));
      for (const one of here) reached.add(one.source).add(one.target);
      chosen.push(...here);
    }
    return chosen;
  }

  function chooser() {
    const is = (name) => state.get(name);
    const planned = ["future", "intended"];
    const until = is("until") || "";
    return (one) =>
      (!is("polarity") || one.polarity === is("polarity")) &&
      (!is("modality") || one.modality === is("modality") ||
        (is("modality") === "planned" && planned.includes(one.modality))) &&
      (!is("origin") || one.inferred === (is("origin") === "inferred")) &&
      (!is("family") || one.family === is("family")) &&
      (!is("article") || one.articles.includes(is("article"))) &&
      (!is("claimed") || one.claimed === is("claimed")) &&
      (!is("least") || one.confidence >= Number(is("least"))) &&
      (!is("since") || (one.day || "") >= is("since")) &&
      (!until || (one.day && one.day.slice(0, until.length) <= until)) &&
      (!is("q") || one.words.includes(folded(is("q"))));
  }

  function choose(kept) {
    let shown = 0;
    for (const row of document.querySelectorAll("[data-statement]")) {
      row.hidden = !kept.has(row.dataset.statement);
      shown += row.hidden ? 0 : 1;
    }
    const count = document.querySelector("[data-count]");
    if (count) count.textContent = shown.toLocaleString("en");
  }

  // ── drawing ──────────────────────────────────────────────────────────────────────────────────
  let nodes = new Map(), links = [], bodies = [], last = { statements: [], nodes: {}, centre: [], of: 0 };
  let svg, plane, zoom, moved = false, running = false, begun = 0, frameTime = FRAME;
  const simulation = d3.forceSimulation().alphaDecay(0.045).velocityDecay(0.5).stop();
  simulation
    .force("tie", d3.forceLink().distance((tie) => tie.length).iterations(2))
    .force("span", d3.forceLink().distance((span) => span.length).strength(0.12))
    .force("charge", d3.forceManyBody().strength((body) => (body.told ? -130 : -420)).distanceMax(500))
    .force("x", d3.forceX((body) => (body.told ? 0 : body.home.x)).strength((body) => (body.told ? 0 : 0.06)))
    .force("y", d3.forceY((body) => (body.told ? 0 : body.home.y)).strength((body) => (body.told ? 0 : 0.09)))
    .force("room", room);

  function element(name, attributes, ...children) {
    const made = document.createElementNS(SVG, name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    made.append(...children);
    return made;
  }

  function begin() {
    plane = element("g", {});
    svg = element("svg", { class: "picture live", role: "group", "aria-label": "Graph" }, plane);
    view.replaceChildren(svg);
    root.classList.add("is-live");
    wider = Math.max(0.8, Math.min(1.9, svg.clientWidth / svg.clientHeight || 1.7));
    zoom = d3.zoom().scaleExtent([0.1, 4])
      .filter(() => {
        const event = d3.event;
        return event.touches ? event.touches.length > 1 : event.type !== "wheel" || event.ctrlKey;
      })
      .on("zoom", () => {
        plane.setAttribute("transform", d3.event.transform);
        if (d3.event.sourceEvent) moved = true;
      });
    d3.select(svg).call(zoom).on("dblclick.zoom", null);
    const button = (name, label, act) => {
      const made = document.createElement("button");
      Object.assign(made, { type: "button", textContent: name, title: label });
      made.setAttribute("aria-label", label);
      made.addEventListener("click", act);
      return made;
    };
    const tools = document.createElement("div");
    tools.className = "tools";
    const scaled = (by) => () => { moved = true; zoom.scaleBy(d3.select(svg), by); };
    tools.append(button("+", "Larger", scaled(1.3)), button("−", "Smaller", scaled(1 / 1.3)),
      button("Fit", "Fit the whole graph", () => { moved = false; fit(); }));
    view.append(tools);
  }

  function draw(found) {
    if (!svg) begin();
    last = found;
    const before = nodes;
    nodes = new Map();
    for (const [id, told] of Object.entries(found.nodes)) {
      const old = before.get(id);
      nodes.set(id, old ? Object.assign(old, told, { drawn: true }) : { id, ...told });
    }
    settle(found.statements);
    for (const node of nodes.values()) if (node.x === undefined) startNear(node, found);
    links = found.statements.map((told) => join(told, nodes.get(told.source), nodes.get(told.target)));
    const crowded = links.length > CROWDED;
    bodies = crowded ? [...nodes.values()] : [...nodes.values(), ...links];
    for (const node of nodes.values()) node.ties = 0;
    for (const link of links) {
      link.from.ties++;
      link.to.ties++;
    }
    plane.replaceChildren(...links.map(line), ...[...nodes.values()].map(box));
    svg.classList.toggle("is-crowded", crowded);
    simulation.nodes(bodies).alphaDecay(crowded ? 0.085 : 0.045);
    const tie = (link, node) =>
      ({ source: link, target: node, length: 38 + 0.1 * node.width + 1.6 * Math.min(node.ties, 40) });
    simulation.force("tie").links(
      crowded ? [] : links.flatMap((link) => [tie(link, link.from), tie(link, link.to)]));
    const pairs = new Map();
    for (const { from, to } of links) {
      const pair = [from.id, to.id].sort().join(" ");
      const span = pairs.get(pair) || { source: from, target: to, length: crowded ? 130 : 90, count: 0 };
      pairs.set(pair, Object.assign(span, { length: span.length + 18, count: span.count + 1 }));
    }
    for (const link of links) {
      const span = pairs.get([link.from.id, link.to.id].sort().join(" "));
      link.aside = crowded ? (span.used = (span.used || 0) + 1) - (span.count + 1) / 2 : 0;
    }
    simulation.force("span").links([...pairs.values()]).strength(crowded ? 0.5 : 0.12);
    moved = false;
    const left = found.of - links.length;
    const many = (count) => `${count.toLocaleString("en")} statement${count === 1 ? "" : "s"}`;
    status.textContent = found.of
      ? `${many(links.length)} shown` + (left > 0 ? `; ${left.toLocaleString("en")} left out` : "")
      : "No statement is meant by this.";
    for (const name of ["entity", "to"]) {
      // an entity that was asked for by its IRI is shown by its name
      const field = form.elements[name], node = field && nodes.get(state.get(name));
      if (node) Object.assign(field.dataset, { id: node.id, label: field.value = node.label });
    }
    const title = document.querySelector("[data-graph-title]");
    if (title) title.textContent = found.title;
    rows();
    open(state.get("open"));
    heat(1);
  }

  // A statement's label is a body of its own, tied to both boxes; its line runs through it.
  function join(told, from, to) {
    const known = from.x !== undefined && to.x !== undefined;
    const at = known ? { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 } : {};
    return { ...at, id: told.id, told, from, to, width: told.width + 6, height: 16 };
  }

  // What nothing joins has a home of its own: the largest in the middle, the others in rows below.
  function settle(statements) {
    const near = new Map([...nodes.keys()].map((id) => [id, []]));
    for (const { source, target } of statements) {
      near.get(source).push(target);
      near.get(target).push(source);
    }
    const groups = [], seen = new Set();
    for (const start of near.keys()) {
      if (seen.has(start)) continue;
      const group = [start];
      seen.add(start);
      for (const here of group)
        for (const other of near.get(here))
          if (!seen.has(other)) {
            seen.add(other);
            group.push(other);
          }
      groups.push(group);
    }
    groups.sort((a, b) => b.length - a.length);
    const radius = (group) => 30 + 32 * Math.sqrt(group.length);
    const middle = groups.length ? radius(groups[0]) : 0;
    let x = -middle, y = middle, row = 0;
    groups.forEach((group, i) => {
      const far = radius(group);
      if (x + 2 * far > 1.5 * middle + 60 && x > -middle) [x, y, row] = [-middle, y + row, 0];
      const home = i ? { x: x + far, y: y + far } : { x: 0, y: 0 };
      if (i) [x, row] = [x + 2 * far, Math.max(row, 2 * far)];
      group.forEach((id, place) => {
        const node = nodes.get(id), turn = place * 2.4; // the golden angle: evenly spread
        node.home = home;
        node.start = {
          x: home.x + 22 * Math.sqrt(place) * Math.cos(turn),
          y: home.y + 22 * Math.sqrt(place) * Math.sin(turn),
        };
      });
    });
  }

  function startNear(node, found) {
    for (const one of found.statements) {
      const other = one.source === node.id ? one.target : one.target === node.id ? one.source : null;
      const known = other && nodes.get(other);
      if (known && known.drawn) {
        const at = (nodes.size * 0.618034 + node.id.length) % 1 * 2 * Math.PI;
        node.x = known.x + 60 * Math.cos(at);
        node.y = known.y + 60 * Math.sin(at);
        return;
      }
    }
    Object.assign(node, node.start);
  }

  function line(link) {
    const name = `${link.told.sentence}; ${link.told.qualifiers}`;
    const group = element("g", {
      class: `line ${link.told.look}`, tabindex: 0, role: "button", "aria-label": name,
      "data-id": link.id,
    });
    link.hit = element("path", { class: "hit" });
    link.shaft = element("path", { class: "s-line f-none" });
    if (link.told.dash) link.shaft.setAttribute("stroke-dasharray", link.told.dash);
    link.tip = element("path", { class: "f-line" });
    link.text = element("text", { class: "f-line" });
    link.text.textContent = link.told.label;
    const title = element("title", {});
    title.textContent = name;
    group.append(title, link.hit, link.shaft, link.tip, link.text);
    press(group, () => { show({ open: link.id }); open(link.id, true); });
    link.group = group;
    return group;
  }

  function box(node) {
    const centre = last.centre.includes(node.id) ? " is-centre" : "";
    const group = element("g", {
      class: `node ${node.look}${centre}`, tabindex: 0, role: "button",
      "aria-label": `${node.label} (${node.type}): ${node.said} statements; expand`,
    });
    if (node.href) group.dataset.entity = node.id;
    const title = element("title", {});
    title.textContent = `${node.label} (${node.type})`;
    group.append(title, element("path", { class: "s-line f-fill", d: node.path }));
    const first = -8 * (node.lines.length - 1) + 5;
    node.lines.forEach((words, i) => {
      const text = element("text", { class: "f-text", y: first + i * 16 });
      text.textContent = i + 1 < node.lines.length ? `${words} ` : words; // read aloud as words
      group.append(text);
    });
    press(group, () => expand(node));
    d3.select(group).call(
      d3.drag().clickDistance(4)
        .on("drag", () => {
          node.fx = node.x = d3.event.x / wider;
          node.fy = node.y = d3.event.y;
          moved = true;
          heat(0.25);
        })
        .subject(() => ({ x: across(node), y: node.y }))
        .container(() => plane));
    node.group = group;
    return group;
  }

  function press(group, act) {
    group.addEventListener("click", act);
    group.addEventListener("keydown", (event) => {
      if (event.key === "Enter" || event.key === " ") {
        event.preventDefault();
        act();
      }
    });
  }

  function expand(node) {
    if (!node.href) return;
    const near = last.centre.includes(node.id);
    show({ open: node.id, also: near ? state.get("also") : [...also(), node.id].join(" ") });
    if (near) open(node.id, true);
    else load();
  }

  // ── moving ───────────────────────────────────────────────────────────────────────────────────
  // Bodies stand in a plane that is drawn wider than it is.
  const across = (body) => body.x * wider;
  const left = (body) => body.x - body.width / 2 / wider;

  function room(alpha) {
    const push = 0.5 * (1 - alpha); // first they find their side, then their room
    const order = bodies.slice().sort((a, b) => left(a) - left(b));
    for (let i = 0; i < order.length; i++) {
      const a = order[i], right = left(a) + (a.width + GAP) / wider + 30;
      for (let j = i + 1; j < order.length && left(order[j]) < right; j++) {
        const b = order[j];
        const overX = ((a.width + b.width) / 2 + GAP) / wider - Math.abs(a.x - b.x);
        const overY = (a.height + b.height) / 2 + GAP - Math.abs(a.y - b.y);
        if (overX <= 0 || overY <= 0) continue;
        if (overX < overY) {
          const step = (a.x < b.x ? -overX : overX) * push;
          a.x += step;
          b.x -= step;
        } else {
          const step = (a.y < b.y ? -overY : overY) * push;
          a.y += step;
          b.y -= step;
        }
      }
    }
  }

  function heat(alpha) {
    simulation.alpha(Math.max(alpha, simulation.alpha()));
    root.dataset.settled = "";
    if (!running) {
      running = true;
      begun = performance.now();
      if (matchMedia("(prefers-reduced-motion: reduce)").matches) simulation.tick(150);
      requestAnimationFrame(frame);
    }
  }

  function frame() {
    const start = performance.now();
    do simulation.tick();
    while (simulation.alpha() > COLD && performance.now() - start < frameTime);
    const ticked = performance.now();
    paint();
    if (!moved) fit();
    // what draws slowly draws less often; it stays below what a hand notices
    frameTime = Math.min(60, Math.max(FRAME, 2 * (performance.now() - ticked)));
    running = simulation.alpha() > COLD;
    if (running) requestAnimationFrame(frame);
    else root.dataset.settled = Math.round(performance.now() - begun);
  }

  // Without labels to stand aside for, the middle of a line is between its boxes; those of a pair
  // bend apart.
  function middle(link) {
    const { from: a, to: b, aside } = link;
    const dx = b.x - a.x, dy = b.y - a.y, far = Math.hypot(dx, dy) || 1, side = a.id < b.id ? 1 : -1;
    link.x = (a.x + b.x) / 2 - (dy / far) * 14 * aside * side;
    link.y = (a.y + b.y) / 2 + (dx / far) * 14 * aside * side - (a === b ? 40 : 0);
  }

  function paint() {
    if (bodies.length < nodes.size + links.length) links.forEach(middle);
    for (const node of nodes.values())
      node.group.setAttribute("transform", `translate(${across(node).toFixed(1)} ${node.y.toFixed(1)})`);
    for (const link of links) curve(link);
  }

  function curve(link) {
    const { from: a, to: b, y } = link;
    const x = across(link), ax = across(a), bx = across(b);
    const dx = x - bx, dy = y - b.y;
    const part = Math.min(1, (b.width / 2 + 2) / (Math.abs(dx) || 0.01), (b.height / 2 + 2) / (Math.abs(dy) || 0.01));
    const tipX = bx + dx * part, tipY = b.y + dy * part, far = Math.hypot(dx, dy) || 1;
    const ux = dx / far, uy = dy / far, neckX = tipX + ux * 9, neckY = tipY + uy * 9;
    const point = (px, py) => `${px.toFixed(1)} ${py.toFixed(1)}`;
    const bend = (px, py) => point(x + (px - x) * 0.4, y + (py - y) * 0.4);
    const path = `M${point(ax, a.y)}L${bend(ax, a.y)}Q${point(x, y)} ${bend(neckX, neckY)}L${point(neckX, neckY)}`;
    link.shaft.setAttribute("d", path);
    link.hit.setAttribute("d", path);
    const back = (side) => point(tipX + ux * 10 - side * uy * 4, tipY + uy * 10 + side * ux * 4);
    link.tip.setAttribute("d", `M${point(tipX, tipY)}L${back(1)}L${back(-1)}Z`);
    link.text.setAttribute("x", x.toFixed(1));
    link.text.setAttribute("y", (y + 4).toFixed(1));
  }

  function fit() {
    const all = bodies;
    if (!all.length) return;
    const wide = svg.clientWidth || 600, high = svg.clientHeight || 400;
    const edge = (at, size, sign) =>
      sign * Math.max(...all.map((body) => sign * at(body) + body[size] / 2)) + sign * 16;
    const [west, east] = [-1, 1].map((sign) => edge(across, "width", sign));
    const [top, bottom] = [-1, 1].map((sign) => edge((body) => body.y, "height", sign));
    const scale = Math.min(1.15, wide / (east - west), high / (bottom - top));
    const x = wide / 2 - (scale * (west + east)) / 2, y = high / 2 - (scale * (top + bottom)) / 2;
    d3.select(svg).call(zoom.transform, d3.zoomIdentity.translate(x, y).scale(scale));
  }

  // ── what is told of a line or box ────────────────────────────────────────────────────────────
  function html(name, words, attributes = {}) {
    const made = document.createElement(name);
    if (words !== undefined) made.textContent = words;
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    return made;
  }

  const link = (words, target) => html("a", words, { href: target });

  function open(id, focus = false) {
    for (const one of plane.querySelectorAll(".is-open")) one.classList.remove("is-open");
    const known = links.find((one) => one.id === id);
    const entity = id && nodes.get(id);
    told.replaceChildren();
    if (known) statementTold(known.told);
    else if (entity) entityTold(entity);
    const group = known ? known.group : entity && entity.group;
    if (group) group.classList.add("is-open");
    told.hidden = !group;
    if (group && focus) told.focus({ preventScroll: innerWidth > 800 });
  }

  function closing() {
    const made = html("button", "Close", { type: "button" });
    made.addEventListener("click", () => { show({ open: "" }); open(""); });
    return made;
  }

  function statementTold(one) {
    told.append(html("h2", one.sentence), html("p", one.qualifiers));
    for (const evidence of one.evidence) {
      const quote = html("blockquote");
      quote.append("“", ...marked(evidence), "” ");
      const cite = html("cite");
      cite.append(evidence.href ? link(evidence.article, evidence.href) : evidence.article);
      quote.append(cite);
      told.append(quote);
    }
    if (one.premises.length) {
      const row = html("p", "Follows from ");
      one.premises.forEach((id, i) => row.append(i ? ", " : "", premise(id)));
      told.append(row);
    }
    const row = html("p");
    row.append(link("All about this statement", one.href), " ", closing());
    told.append(row);
  }

  function premise(id) {
    const known = links.find((one) => one.id === id);
    return link(known ? known.told.sentence : id, data ? `#s-${id}` : `/statement?id=${encodeURIComponent(id)}`);
  }

  function marked(evidence) {
    const letters = Array.from(evidence.text), made = [];
    let at = 0;
    for (const [start, end] of evidence.marks) {
      if (start < at) continue;
      made.push(letters.slice(at, start).join(""), html("mark", letters.slice(start, end).join("")));
      at = end;
    }
    return [...made, letters.slice(at).join("")];
  }

  function entityTold(node) {
    told.append(html("h2", node.label), html("p", `${node.type}; ${node.said} statements as subject or object`));
    const row = html("p");
    const button = (name, changes) => {
      const made = html("button", name, { type: "button" });
      made.addEventListener("click", () => { show(changes); fill(); load(); });
      row.append(made, " ");
    };
    button("Only this", { entity: node.id, to: "", also: "", open: node.id });
    if (also().includes(node.id))
      button("Take back", { also: also().filter((id) => id !== node.id).join(" "), open: "" });
    if (node.href && !data) row.append(link("All about it", node.href), " ");
    row.append(closing());
    told.append(row);
  }

  function rows() {
    if (!list) return;
    list.replaceChildren(...last.statements.map((one) => {
      const row = html("li");
      row.append(link(one.sentence, one.href), " ", html("small", one.qualifiers));
      return row;
    }));
  }

  // ── the page ─────────────────────────────────────────────────────────────────────────────────
  function change() {
    show({ ...read(), open: "" });
    load();
  }
  form.addEventListener("submit", (event) => { event.preventDefault(); change(); });
  form.addEventListener("change", change);
  const search = form.elements.q;
  let waiting;
  if (search) search.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(change, 150); });
  form.addEventListener("reset", (event) => {
    event.preventDefault();
    for (const name of [...state.keys()]) state.delete(name);
    show({});
    fill();
    load();
  });
  const again = () => {
    const now = address();
    if (now.toString() === state.toString()) return;
    if (data && /^s-/.test(location.hash.slice(1))) return;
    state = now;
    fill();
    load();
  };
  addEventListener("popstate", again);
  addEventListener("hashchange", again);
  new ResizeObserver(() => { if (svg && !moved) fit(); }).observe(view);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !told.hidden) { show({ open: "" }); open(""); }
  });
  if (data) {
    if (/^s-/.test(location.hash.slice(1))) state = new URLSearchParams();
    for (const one of data.statements)
      one.words = folded([one.sentence, one.qualifiers, ...one.evidence.map((e) => e.text)].join(" "));
  }
  fill();
  load();
})();
