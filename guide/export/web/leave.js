// Lifts the states out of the frame, moves between them without any address, and leaves.
// It is sent without comments and blanks and with short names (guide/export/web/script.py). Old
// browsers read it: ES5.
//
// main   the groups of states and their blocks
// path   the states so far, each with what was asked and answered to come there; at: where in it
// now    the state in view: it names its blocks and its heading; last: the one before; head: its
//        heading
// keys   those pressed that may leave       gone    whether this page was left
(function (d) {
  function get(id) { return d.getElementById(id); }
  function on(what, name, act) { what.addEventListener(name, act); }
  function each(within, what, act) { [].forEach.call(within.querySelectorAll(what), act); }
  var frame = d.querySelector('iframe[srcdoc]'), out = get('leave'), title = d.title, keys = [],
    main = new DOMParser().parseFromString(frame.srcdoc, 'text/html').querySelector('main'),
    path, at, now, last, head, gone, why, late, old = get('old');
  frame.parentNode.replaceChild(main, frame);
  why = get('why');
  // Names are those of a group; what is in view and stays so is not touched: to draw it anew takes time.
  function mark(what, seen) {
    what.className.split(' ').forEach(function (name) {
      if (seen || what.parentNode != now.parentNode || !now.classList.contains(name))
        each(what.parentNode, ':not(section).' + name, function (block) {
          block.classList.toggle('on', seen);
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
    d.documentElement.className = at ? 'js in' : 'js';
    each(main, '[open]', function (block) { block.open = 0; });
    each(main, 'button', function (line) { why.removeChild(line); });
    now = get(path[at][0]);
    if (last) mark(last, 0);
    mark(last = now, 1);
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
  on(main, 'click', function (e) {
    var link = e.target.closest('a[href^="about:srcdoc#"]');
    if (link) {
      e.preventDefault();
      path.length = ++at;
      path.push([link.hash.slice(1), link.parentNode.tagName == 'LI' && why.dataset.said
        .replace('{question}', head.firstChild.data).replace('{answer}', link.firstChild.data)]);
      history.pushState(at, '');
      show();
    }
  });
  on(window, 'popstate', function (e) {
    at = e.state || 0;
    if (gone) away(); else if (path[at]) show(); else first();
  });
  // The browser shows a page it kept as it was when it was left: not this one.
  on(window, 'pageshow', function (e) {
    if (e.persisted || gone) { gone = d.body.hidden = 0; d.title = title; first(); }
  });
  on(d, 'keydown', function (e) {
    var need = { Escape: 2, Shift: 3 }[e.key], time = new Date;
    if (!e.repeat) {
      keys = keys.filter(function (k) { return need && k[0] == e.key && time - k[1] < 5e3; });
      if (keys.push([e.key, time]) >= need) leave(e);
    }
  });
  on(out, 'click', leave);
  if (new Date > new Date(d.body.dataset.by)) old.textContent = old.dataset.say;
  first();
}(document));
