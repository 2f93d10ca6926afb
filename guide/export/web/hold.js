// Before the frame, where scripts run: it is read for its text alone (leave.js), so the browser
// need not make a page of it, which would take longer than all else.
document.write('<template id=held>');
