// Lifts the states out of the frame, moves between them without any address, and leaves. The frame
// stands in a template where scripts run (hold.js): a browser then makes no page of it.
// It is sent without comments and blanks and with short names (guide/export/web/script.py). Old
// browsers read it: ES5.
//
// held   what holds the frame; begun: the group of the first state
// parts  the text of the frame: what stands before it, before the groups, the groups but that of the
//        first state, and what comes after them
// main   the groups of states and their blocks
// path   the states so far, each with what was asked and answered to come there; at: where in it
// now    the state in view: it names its blocks and its heading; last: the one before; head: its
//        heading
// trail  of the browser: the steps that Back and Forward go
// key    the one pressed last; times: when, as often as it was pressed without another between
// gone   whether this page was left
(function (d, trail, wait) {
  function get(id) { return d.getElementById(id); }
  function each(list, act) { [].forEach.call(list, act); }
  function all(within, what, act) { each(within.querySelectorAll(what), act); }
  var held = get('held'), parts = [], out = get('leave'), old = get('old'), title = d.title,
    body = d.body, path, at, now, last, head, begun, main, why, gone, goal, key, times, turn;
  // A browser that saves the page saves it lifted out: then there is nothing to lift.
  if (held) {
    parts = held.content.firstChild.srcdoc.split('<!---->');
    held.previousSibling.remove();
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
  // Going back past all that was answered takes a moment, and nobody waits for ever for it. A page
  // that the browser kept and shows again waits no more.
  // In a frame the page around it leaves too, where the frame may do that.
  function away() {
    if (gone) try { top.location.replace(goal); } catch (e) { location.replace(goal); }
  }
  // By a link of the page (target=_top), or by keys: to another language or the booklet too, or
  // Back would come here from there.
  function leave(link) {
    if (!gone) {
      goal = link.href;
      gone = body.hidden = 1;
      d.title = '​';
      at ? (wait(away, 1e3), trail.go(-at)) : away();
    }
    return !1;
  }
  onclick = onauxclick = function (e) {
    // Not by the right button; by the middle one it would open beside this page, which stayed.
    var link = e.button < 2 && e.target.closest('[target^=_t],[href^=about]');
    if (link) {
      if (link.target) return leave(link);
      rest();
      // What translates a page puts elements of its own around its words.
      path[++at] = [link.hash.slice(1), link.matches('li>a') && why.dataset.said
        .replace('{q}', head.firstChild.textContent).replace('{a}', link.firstChild.textContent)];
      trail.pushState(at, '');
      show();
      return !1;
    }
  };
  // Firefox is still on its way back here: what is opened at once stands beside the page, not in its
  // place, and Back shows it again.
  onpopstate = function (e) {
    at = e.state || 0;
    gone ? wait(away) : path[at] ? show() : first();
  };
  // The browser shows a page it kept as it was when it was left: not this one.
  onpageshow = function (e) {
    if (e.persisted || gone) { gone = body.hidden = 0; d.title = title; first(); }
  };
  onkeydown = function (e) {
    var time = new Date, pressed = e.key;
    if (!e.repeat) {
      if (key != pressed) times = [];
      key = pressed;
      if (time - times[times.push(time) - { Escape: 2, Shift: 3 }[key]] < 5e3) return leave(out);
    }
  };
  if (new Date > new Date(body.dataset.by)) old.textContent = old.dataset.say;
  first();
  requestAnimationFrame(function () { wait(rest); });
}(document, history, setTimeout));
