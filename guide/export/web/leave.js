// Lifts the states out of the frame, moves between them without any address, and leaves.
// It is sent without comments and blanks and with short names (guide/export/web/script.py). Old
// browsers read it: ES5.
//
// parts  the text of the frame: what stands before it, before the groups, the groups but that of the
//        first state, and what comes after them
// main   the groups of states and their blocks
// path   the states so far, each with what was asked and answered to come there; at: where in it
// now    the state in view: it names its blocks and its heading; last: the one before; head: its
//        heading
// key    the one pressed last; times: when, as often as it was pressed without another between
// gone   whether this page was left
(function (d) {
  function get(id) { return d.getElementById(id); }
  function each(list, act) { [].forEach.call(list, act); }
  function all(within, what, act) { each(within.querySelectorAll(what), act); }
  var frame = d.querySelector('iframe[srcdoc]'), parts = frame.srcdoc.split('<!---->'),
    out = get('leave'), old = get('old'), title = d.title,
    path, at, now, last, head, main, why, gone, late, key, times;
  frame.outerHTML = parts[1] + parts[3];
  main = d.querySelector('main');
  why = get('why');
  // To read all states takes a while: the first is in view before, and an answer waits for them.
  function rest() {
    get('first').insertAdjacentHTML('beforebegin', parts[2]);
    parts[2] = '';
  }
  // Shows and hides the blocks of a state; what is in view and stays so is not touched. The blocks
  // of a group are kept by their names: to look for them at each answer takes long.
  function mark(state) {
    var group = state.parentNode, named = group.named;
    if (!named) {
      named = group.named = {};
      all(group, ':not(section)', function (block) {
        each(block.classList, function (name) { (named[name] = named[name] || []).push(block); });
      });
    }
    each(state.classList, function (name) {
      each(named[name], function (block) {
        block.classList.toggle('on', group == now.parentNode && now.classList.contains(name));
      });
    });
  }
  // One answer of those that led here: pressed, it goes back to before it.
  function told(step) {
    var line = d.createElement('button');
    line.textContent = path[step][1];
    line.onclick = function () { history.go(step - 1 - at); };
    why.insertBefore(line, why.children[2]);
  }
  function show(still) {
    var step = at;
    // The other languages stand above the first question, and after that below all.
    d.body.className = at ? 'js in' : 'js';
    all(main, '[open]', function (block) { block.open = 0; });
    all(why, 'button', function (line) { line.remove(); });
    now = get(path[at][0]);
    if (last) mark(last);
    mark(last = now);
    head = get(now.getAttribute('aria-labelledby'));
    for (; path[step] && path[step][1]; step--) told(step);
    why.hidden = step == at;
    head.tabIndex = -1;
    if (!still) { scrollTo(0, 0); head.focus(); }
  }
  function first() { at = history.state || 0; path = []; path[at] = ['s0']; show(1); }
  // Going back past all that was answered takes a moment, and nobody waits for ever for it.
  // In a frame the page around it leaves too, where the frame may do that.
  function away() {
    clearTimeout(late);
    try { top.location.replace(out.href); } catch (e) { location.replace(out.href); }
  }
  function leave(e) {
    e.preventDefault();
    if (!gone) {
      gone = d.body.hidden = 1;
      d.title = '\u200b';
      if (at) {
        late = setTimeout(away, 1e3);
        history.go(-at);
      } else away();
    }
  }
  main.onclick = function (e) {
    var link = e.target.closest('[href^=about]');
    if (link) {
      e.preventDefault();
      rest();
      path[++at] = [link.hash.slice(1), link.matches('li>a') && why.dataset.said
        .replace('{question}', head.firstChild.data).replace('{answer}', link.firstChild.data)];
      history.pushState(at, '');
      show();
    }
  };
  onpopstate = function (e) {
    at = e.state || 0;
    if (gone) away(); else if (path[at]) show(); else first();
  };
  // The browser shows a page it kept as it was when it was left: not this one.
  onpageshow = function (e) {
    if (e.persisted || gone) { gone = d.body.hidden = 0; d.title = title; first(); }
  };
  d.onkeydown = function (e) {
    var need = { Escape: 2, Shift: 3 }[e.key], time = new Date;
    if (!e.repeat) {
      if (key != e.key) times = [];
      key = e.key;
      if (time - times[times.push(time) - need] < 5e3) leave(e);
    }
  };
  out.onclick = leave;
  if (new Date > new Date(d.body.dataset.by)) old.textContent = old.dataset.say;
  first();
  requestAnimationFrame(function () { setTimeout(rest); });
}(document));
