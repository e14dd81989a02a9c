package picture

import (
	_ "embed"
	"fmt"
	"io"
	"slices"
	"strings"
)

// A Ladder is how far a workload has come in a story, as it is told beside the picture.
type Ladder struct {
	Workload string   // "web tier app"
	Story    string   // with how far the workload has come
	Members  []string // addresses
	Rungs    []Rung
	Next     string // the next step; "" where none is known
	File     string // where that is written
	Line     int
}

// A Rung is one stage of a story.
type Rung struct {
	Sign  string // of whether it is reached: a check mark, a cross or a question mark
	Name  string
	Words string // what shows that
}

// A Page is a picture with what is said of it beside it.
type Page struct {
	Scenes  []*Scene
	Nothing string // what is told where there are no scenes; "" is that no configuration was found
	// Read gives the content of a file by the path of a mark or a box; nil, or an error, leaves its lines out.
	Read func(file string) ([]byte, error)
}

//go:embed page.css
var pageStyle string

//go:embed page.js
var pageScript string

// How many findings and ladders are told beside a picture of a unit, the gravest and the first of them, and how many members
// and findings of one box: no browser shows a page of a hundred megabytes. The reports have them all.
const (
	mostFindings = 5000
	mostLadders  = 1000
	mostOfBox    = 40
)

// How many lines of source are shown of a finding, before and after its own, and of a box; and how long a line may be.
const (
	linesBefore = 1
	linesAfter  = 3
	linesOfBox  = 14
	mostOfLine  = 180
)

// HTML writes a page that is one file and fetches nothing: the picture, and beside it the findings and rungs of each unit,
// from which one finds the boxes and the lines of source, and back.
func HTML(w io.Writer, p Page) error {
	h := &page{drawing: drawing{keyed: true, ids: map[*Box]int{}, lineIDs: map[*Line]int{}}, read: p.Read, files: map[string][]string{}}
	h.f("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
	h.f("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
	h.f("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'\">\n")
	h.f("<title>%s</title>\n<style>\n%s</style>\n</head>\n<body>\n<main>\n<section class=\"picture\" aria-label=\"picture\">\n", escape(headline(p.Scenes)), pageStyle)
	h.picture(p, `role="group" `)
	h.f("\n</section>\n<aside aria-label=\"findings\">\n<div id=\"selected\" aria-live=\"polite\"><p class=\"hint\">Point at a finding to see what it is about, or choose a box to see its lines.</p></div>\n")
	for _, sc := range p.Scenes {
		h.unit(sc, len(p.Scenes) > 1)
	}
	h.f("</aside>\n</main>\n<div hidden>\n")
	for _, sc := range p.Scenes {
		for _, b := range sc.Boxes {
			h.about(b)
		}
	}
	h.f("</div>\n<script>\n%s</script>\n</body>\n</html>\n", pageScript)
	_, err := io.WriteString(w, h.String())
	return err
}

// page is the text of a page while it is made.
type page struct {
	drawing
	read  func(string) ([]byte, error)
	files map[string][]string // lines, by file
}

// marked is a mark with the ID of what it stands on.
type marked struct {
	Mark
	on string
}

// unit tells what is found in a unit, and how far its workloads have come.
func (h *page) unit(sc *Scene, titled bool) {
	var all []marked
	take := func(marks []Mark, on string) {
		for _, m := range marks {
			all = append(all, marked{m, on})
		}
	}
	for _, b := range sc.Boxes {
		take(b.Marks, h.boxID(b))
	}
	for _, l := range sc.Lines {
		take(l.Marks, h.lineID(l))
	}
	take(sc.Marks, "")
	if titled && len(all)+len(sc.Ladders) == 0 {
		return
	}
	slices.SortStableFunc(all, func(a, b marked) int { return compareMarks(a.Mark, b.Mark) })
	if titled {
		h.f("<h2>%s</h2>\n", escape(sc.name()))
	}
	h.findings(all)
	if len(sc.Ladders) == 0 {
		return
	}
	boxes := map[string][]int{} // by the addresses of their members
	for i, b := range sc.Boxes {
		for _, m := range b.Members {
			boxes[m] = append(boxes[m], i)
		}
	}
	for _, l := range sc.Ladders[:min(mostLadders, len(sc.Ladders))] {
		h.ladder(sc, boxes, l)
	}
	if n := len(sc.Ladders) - mostLadders; n > 0 {
		h.f("<p class=\"hint\">And how far %d others have come: archlint review tells it of all.</p>\n", n)
	}
}

// findings lists marks with their lines of source.
func (h *page) findings(all []marked) {
	if len(all) == 0 {
		h.f("<p class=\"hint\">No findings.</p>\n")
		return
	}
	h.f("<h3>%s</h3>\n<ol class=\"findings\">\n", counted(len(all), "finding"))
	for _, m := range all[:min(mostFindings, len(all))] {
		h.f("<li class=\"%s\"%s><button type=\"button\"><span class=\"level\">%s</span> <span class=\"rule\">%s</span> %s</button>", m.Level, on(m.on), m.Level, escape(m.Rule), escape(m.Message))
		h.source(m.File, m.Line, m.Line-linesBefore, m.Line+linesAfter)
		h.f("</li>\n")
	}
	h.f("</ol>\n")
	if n := len(all) - mostFindings; n > 0 {
		h.f("<p class=\"hint\">And %d others: archlint reports them all.</p>\n", n)
	}
}

// on is the attribute that says what something is about.
func on(id string) string {
	if id == "" {
		return ""
	}
	return fmt.Sprintf(" data-on=%q", id)
}

// ladder tells how far a workload has come.
func (h *page) ladder(sc *Scene, boxes map[string][]int, l Ladder) {
	var about []int
	for _, m := range l.Members {
		about = append(about, boxes[m]...)
	}
	slices.Sort(about)
	var ids []string
	for _, i := range slices.Compact(about) {
		if id := h.boxID(sc.Boxes[i]); id != "" {
			ids = append(ids, id)
		}
	}
	h.f("<section class=\"ladder\"%s><h3>%s</h3><p>%s</p>\n<ol class=\"rungs\">\n", on(strings.Join(ids, " ")), escape(l.Workload), escape(l.Story))
	for _, r := range l.Rungs {
		h.f("<li><span class=\"signof\">%s</span> <b>%s</b> <span class=\"why\">%s</span></li>\n", escape(r.Sign), escape(r.Name), escape(r.Words))
	}
	h.f("</ol>\n")
	if l.Next != "" {
		h.f("<p class=\"next\">Next: %s</p>", escape(l.Next))
		h.source(l.File, l.Line, l.Line-linesBefore, l.Line+linesAfter)
	}
	h.f("</section>\n")
}

// about is what is told of a box that was chosen.
func (h *page) about(b *Box) {
	id := h.boxID(b)
	if id == "" || b.users {
		return
	}
	text := strings.TrimSuffix(strings.TrimPrefix(b.Words+" · "+b.Detail, " · "), " · ")
	h.f("<div id=\"about-%s\"><h3>%s</h3><p>%s</p>\n", id, escape(b.Name), escape(text))
	h.f("<ul class=\"members\">")
	for _, m := range b.Members[:min(mostOfBox, len(b.Members))] {
		h.f("<li>%s</li>", escape(m))
	}
	if len(b.Members) > mostOfBox {
		h.f("<li>and %d others</li>", len(b.Members)-mostOfBox)
	}
	h.f("</ul>\n")
	for _, m := range b.Marks[:min(mostOfBox, len(b.Marks))] {
		h.f("<p class=\"said %s\"><span class=\"level\">%s</span> <span class=\"rule\">%s</span> %s</p>\n", m.Level, m.Level, escape(m.Rule), escape(m.Message))
	}
	if n := len(b.Marks) - mostOfBox; n > 0 {
		h.f("<p class=\"hint\">and %d others</p>\n", n)
	}
	h.source(b.File, 0, b.Line, min(b.EndLine, b.Line+linesOfBox))
	h.f("</div>\n")
}

// boxID is the ID of a box in the picture, "" where it is not drawn.
func (h *page) boxID(b *Box) string {
	if n, ok := h.ids[b]; ok {
		return fmt.Sprintf("b%d", n)
	}
	return ""
}

// lineID is the ID of a line in the picture, "" where it is not drawn.
func (h *page) lineID(l *Line) string {
	if n, ok := h.lineIDs[l]; ok {
		return fmt.Sprintf("l%d", n)
	}
	return ""
}

// source shows lines of a file, of which one is marked.
func (h *page) source(file string, marked, from, to int) {
	if file == "" {
		return
	}
	place := file
	if n := max(marked, from); marked > 0 || from > 0 {
		if marked > 0 {
			n = marked
		}
		place = fmt.Sprintf("%s:%d", file, n)
	}
	lines := h.lines(file)
	from, to = max(from, 1), min(to, len(lines))
	if from > to || marked == 0 && from < 1 {
		h.f("<p class=\"place\">%s</p>", escape(place))
		return
	}
	h.f("<details><summary>%s</summary><pre>", escape(place))
	for n := from; n <= to; n++ {
		text := beginning(lines[n-1])
		text = fmt.Sprintf("%4d  %s", n, escape(strings.ReplaceAll(text, "\t", "    ")))
		if n == marked {
			text = "<mark>" + text + "</mark>"
		}
		h.f("%s\n", text)
	}
	h.f("</pre></details>")
}

// beginning is as much of a line as is shown.
func beginning(line string) string {
	n := 0
	for i := range line {
		if n++; n > mostOfLine {
			return line[:i] + "…"
		}
	}
	return line
}

// lines are those of a file, none where it cannot be read.
func (h *page) lines(file string) []string {
	lines, known := h.files[file]
	if known || h.read == nil {
		return lines
	}
	if content, err := h.read(file); err == nil {
		text := strings.TrimPrefix(string(content), "\ufeff")
		lines = strings.Split(strings.ReplaceAll(strings.TrimSuffix(text, "\n"), "\r\n", "\n"), "\n")
	}
	h.files[file] = lines
	return lines
}
