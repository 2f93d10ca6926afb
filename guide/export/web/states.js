// Lifts the states out of the frame and moves between them without any address. It stands after
// leave.js and the frame, and is sent and read as that is.
//
// held   what holds the frame; begun: the group of the first state
// parts  the text of the frame: what stands before it, before the groups, the groups but that of the
//        first state, and what comes after them
// main   the groups of states and their blocks
// path   the states so far, each with what was asked and answered to come there
// now    the state in view: it names its blocks and its heading; last: the one before; head: its
//        heading
var held = get('hold'), parts = [], old = get('old'), path, now, last, head, begun, main, why, turn;
function each(list, act) { [].forEach.call(list, act); }
function all(within, what, act) { each(within.querySelectorAll(what), act); }
// A browser that saves the page saves it lifted out: then there is nothing to lift.
if (held) {
  parts = held.content.firstChild.srcdoc.split('<!---->');
  held.outerHTML = parts[1] + parts.pop();
}
begun = get('first');
main = begun.parentNode;
why = get('why');
// To read all states takes a while: the first is in view before, and an answer waits for them.
function rest() { begun.insertAdjacentHTML('beforebegin', parts.splice(2)); }
// Shows the blocks of a state, or hides them. Those of a group are kept by their names: to look for
// them at each answer takes long.
function mark(state, on) {
  var group = state.parentNode, named = group.named;
  if (!named) {
    named = group.named = {};
    all(group, ':not(section)', function (block) {
      each(block.classList, function (name) {
        name = name.toLowerCase();
        (named[name] = named[name] || []).push(block);
      });
    });
  }
  each(state.classList, function (name) {
    each(named[name], function (block) { block.classList.toggle('on', on); });
  });
}
// One answer of those that led here: pressed, it goes back to before it.
function told(step) {
  var line = d.createElement('button');
  line.textContent = path[step][1];
  line.onclick = function () { trail.go(step - 1 - at); };
  why.lastChild.prepend(line);
}
function show(still) {
  var step = at;
  // The other languages stand above the first question, and after that below all. A second tap
  // presses nothing for a moment, by turns, so that this begins anew for what stays in view too.
  // Who has just come has pressed nothing that it could follow.
  body.className = (at ? 'js in' : 'js') + (still ? '' : ' go' + (turn ^= 1));
  all(main, '[open]', function (block) { block.open = 0; });
  why.lastChild.textContent = '';
  now = get(path[at][0]);
  if (last) mark(last, 0);
  mark(last = now, 1);
  head = main.querySelector('.on>h1');
  for (; (path[step] || 0)[1]; step--) told(step);
  why.hidden = step == at;
  head.tabIndex = -1;
  if (!still) { scrollTo(0, 0); head.focus(); }
}
function first() { at = trail.state || 0; (path = [])[at] = ['s0']; show(1); }
function answer(link) {
  rest();
  // What translates a page puts elements of its own around its words.
  path[++at] = [link.hash.slice(1), link.matches('li>a') && why.dataset.said
    .replace('{q}', head.firstChild.textContent).replace('{a}', link.firstChild.textContent)];
  trail.pushState(at, '');
  show();
  return !1;
}
// Firefox is still on its way back here: what is opened at once stands beside the page, not in its
// place, and Back shows it again.
onpopstate = function (e) {
  at = e.state || 0;
  gone ? wait(away) : path[at] ? show() : first();
};
if (new Date > new Date(body.dataset.by)) old.textContent = old.dataset.say;
first();
requestAnimationFrame(function () { wait(rest); });
