package picture

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/archlint/archlint/parsers/aws"
)

// style is how everything looks, by light and by dark. Every pair of text and ground has a contrast of 4.5 to 1 or more.
const style = `.archlint text{font-family:system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;font-size:11px;fill:#24292f}
.archlint .page{fill:#ffffff}
.archlint .title{font-size:15px;font-weight:600}
.archlint .name{font-size:13px;font-weight:600}
.archlint .muted{fill:#57606a}
.archlint .vpc{fill:none;stroke:#8250df;stroke-width:1.5}
.archlint .vpctext{fill:#6639ba;font-weight:600;font-size:12px}
.archlint .zone{fill:none;stroke:#0969da;stroke-dasharray:5 4}
.archlint .zonetext{fill:#0550ae}
.archlint .cell{stroke:none}
.archlint .public{fill:#e6f4e3}.archlint .private{fill:#e4f0fb}.archlint .data{fill:#ece8fa}.archlint .unclear{fill:#f0f1f3}
.archlint .box{fill:#ffffff;stroke:#57606a}
.archlint .behind{fill:#ffffff;stroke:#8c959f}
.archlint .ghost .box{fill:#f6f8fa;stroke:#8c959f}
.archlint .unsure,.archlint .unsure .box{stroke-dasharray:5 4}
.archlint .chip{fill:#f6f8fa;stroke:#8c959f}
.archlint .line{fill:none;stroke:#57606a;stroke-width:1.4}
.archlint .head{fill:#57606a;stroke:none}
.archlint .label{fill:#424a53;paint-order:stroke;stroke:#ffffff;stroke-width:3px;stroke-linejoin:round}
.archlint .entry{fill:#8250df}.archlint .compute{fill:#d4670a}.archlint .store{fill:#b4269f}.archlint .files{fill:#4d7c0f}.archlint .message{fill:#cf2d6b}.archlint .other{fill:#6e7781}
.archlint .error{fill:#c62828}.archlint .warning{fill:#f0b429}.archlint .note{fill:#0969da}
.archlint .sign{fill:#ffffff;font-size:11px;font-weight:700;text-anchor:middle}.archlint .onwarning{fill:#24292f}
.archlint .added .box,.archlint .added.line{stroke:#1a7f37;stroke-width:2.2}.archlint .removed .box,.archlint .removed.line{stroke:#c62828;stroke-width:2.2;stroke-dasharray:2 3}.archlint .changed .box,.archlint .changed.line{stroke:#9a6700;stroke-width:2.2}
.archlint .addedsign{fill:#1a7f37}.archlint .removedsign{fill:#c62828}.archlint .changedsign{fill:#9a6700}
@media (prefers-color-scheme:dark){
.archlint text{fill:#e6edf3}
.archlint .page{fill:#0d1117}
.archlint .muted{fill:#9da7b3}
.archlint .vpc{stroke:#a475f9}.archlint .vpctext{fill:#c8a8ff}
.archlint .zone{stroke:#4493f8}.archlint .zonetext{fill:#79b8ff}
.archlint .public{fill:#132a17}.archlint .private{fill:#10243c}.archlint .data{fill:#221a3d}.archlint .unclear{fill:#1c2128}
.archlint .box{fill:#161b22;stroke:#9198a1}.archlint .behind{fill:#161b22;stroke:#656c76}
.archlint .ghost .box{fill:#0d1117;stroke:#656c76}.archlint .chip{fill:#0d1117;stroke:#656c76}
.archlint .line{stroke:#9198a1}.archlint .head{fill:#9198a1}
.archlint .label{fill:#c9d1d9;stroke:#0d1117}
.archlint .error{fill:#da3633}.archlint .note{fill:#1f6feb}.archlint .onwarning{fill:#1c2128}.archlint .sign{fill:#ffffff}.archlint .sign.onwarning{fill:#1c2128}
.archlint .added .box,.archlint .added.line{stroke:#3fb950}.archlint .removed .box,.archlint .removed.line{stroke:#f85149}.archlint .changed .box,.archlint .changed.line{stroke:#d29922}
.archlint .addedsign{fill:#238636}.archlint .removedsign{fill:#da3633}.archlint .changedsign{fill:#9a6700}
}
`

// SVG writes the picture of a page, one scene below the other. What it writes fetches nothing.
func SVG(w io.Writer, p Page) error {
	d := &drawing{}
	d.picture(p, `role="img" `)
	_, err := io.WriteString(w, d.String()+"\n")
	return err
}

// drawing is the text of a picture while it is made.
type drawing struct {
	strings.Builder
	seen seen

	// Where a script is to find boxes and lines: the numbers in their IDs.
	keyed   bool
	ids     map[*Box]int
	lineIDs map[*Line]int
}

// seen notes what the legend must explain.
type seen struct {
	levels                    [3]bool
	dashed, ghost, stack      bool
	added, removed, different bool
}

// f writes a formatted text.
func (d *drawing) f(format string, args ...any) { fmt.Fprintf(d, format, args...) }

// escape makes a text fit for XML: characters that it cannot hold, and those that turn the direction of others, are left out.
func escape(text string) string {
	var b strings.Builder
	for _, c := range text {
		switch {
		case c == '<':
			b.WriteString("&lt;")
		case c == '>':
			b.WriteString("&gt;")
		case c == '&':
			b.WriteString("&amp;")
		case c == '"':
			b.WriteString("&quot;")
		case c == '\n' || c == '\t':
			b.WriteByte(' ')
		case c < ' ', c == utf8.RuneError, c == 0xfffe, c == 0xffff, c >= 0x7f && (unicode.IsControl(c) || unicode.In(c, unicode.Bidi_Control)):
		default:
			b.WriteRune(c)
		}
	}
	return b.String()
}

// picture draws all scenes of a page.
func (d *drawing) picture(p Page, attributes string) {
	scenes := p.Scenes
	var layouts []*layout
	var bare []*Scene
	w := pageLeast
	for _, sc := range scenes {
		sc.fold() // here, and not when the scene is made: two states must be compared box by box
		if len(sc.Boxes) == 0 && len(scenes) > 1 {
			bare = append(bare, sc)
		} else {
			l := arrange(sc)
			layouts = append(layouts, l)
			w = max(w, l.w)
		}
		for _, b := range sc.Boxes {
			d.note(b)
		}
		for _, l := range sc.Lines {
			d.seen.dashed = d.seen.dashed || l.Unsure
			d.noteState(l.State)
			d.noteMarks(l.Marks)
		}
		for _, n := range sc.Networks {
			d.seen.dashed = d.seen.dashed || n.Unsure
		}
		d.noteMarks(sc.Marks)
	}
	body := &drawing{keyed: d.keyed, ids: d.ids, lineIDs: d.lineIDs}
	y := 0
	for _, l := range layouts {
		body.f("<g transform=\"translate(0 %d)\">\n", y)
		end := body.scene(l, w)
		body.f("</g>\n")
		y += end + margin
	}
	y = body.bare(bare, w, y)
	if len(scenes) == 0 {
		body.f("<text x=\"%d\" y=\"%d\" class=\"name\">%s</text>\n", margin, margin+12, escape(cmp.Or(p.Nothing, "no configuration was found")))
		y = 60
	}
	h := y
	if legend := d.legend(); legend != "" {
		body.f("<g transform=\"translate(0 %d)\">\n%s</g>\n", y-6, legend)
		h += 34
	}
	d.f(`<svg xmlns="http://www.w3.org/2000/svg" class="archlint" %sviewBox="0 0 %d %d" width="%d" height="%d" aria-labelledby="archlint-title archlint-description">`+"\n", attributes, w, h, w, h)
	d.f("<title id=\"archlint-title\">%s</title>\n<desc id=\"archlint-description\">%s</desc>\n", escape(headline(scenes)), escape(summary(scenes)))
	d.f("<style>\n%s</style>\n<rect class=\"page\" width=\"%d\" height=\"%d\"/>\n", style, w, h)
	d.WriteString(body.String())
	d.WriteString("</svg>")
}

func (d *drawing) note(b *Box) {
	d.seen.dashed = d.seen.dashed || b.Unsure
	d.seen.ghost = d.seen.ghost || b.Ghost
	d.seen.stack = d.seen.stack || len(b.Members) > 1 && !b.Ghost && b.Part != aws.NamePart
	d.noteState(b.State)
	d.noteMarks(b.Marks)
}

func (d *drawing) noteState(s State) {
	d.seen.added = d.seen.added || s == Added
	d.seen.removed = d.seen.removed || s == Removed
	d.seen.different = d.seen.different || s == Changed
}

func (d *drawing) noteMarks(all []Mark) {
	for _, m := range all {
		d.seen.levels[m.Level] = true
	}
}

// headline is what the picture is called.
func headline(scenes []*Scene) string {
	if len(scenes) == 1 {
		return "Architecture of " + scenes[0].name()
	}
	return fmt.Sprintf("Architecture of %d units", len(scenes))
}

// name is what a scene is called.
func (sc *Scene) name() string {
	if sc.Title == "." {
		return "this directory"
	}
	return sc.Title
}

// summary tells in words what the picture shows, for those who do not see it.
func summary(scenes []*Scene) string {
	var out []string
	for _, sc := range scenes {
		counts := map[string]int{}
		for _, b := range sc.Boxes {
			if !b.users && !b.Ghost && b.Words != "" {
				counts[b.Words]++
			}
		}
		var all []Rest
		for words, n := range counts {
			all = append(all, Rest{n, words})
		}
		slices.SortFunc(all, func(a, b Rest) int { return strings.Compare(a.Words, b.Words) })
		var words []string
		for _, r := range all {
			words = append(words, r.String())
		}
		text := sc.name() + ": nothing that is drawn"
		if len(words) > 0 {
			text = sc.name() + ": " + strings.Join(words, ", ")
		}
		if n := sc.marks(); n > 0 {
			text += "; " + counted(n, "finding")
		}
		out = append(out, text)
	}
	return strings.Join(out, ". ") + "."
}

// String is the number with its noun.
func (r Rest) String() string {
	if r.Count == 1 {
		return "1 " + r.Words
	}
	return fmt.Sprintf("%d %s", r.Count, plural(r.Words))
}

// marks counts the marks of a scene.
func (sc *Scene) marks() int {
	n := len(sc.Marks)
	for _, b := range sc.Boxes {
		n += len(b.Marks)
	}
	for _, l := range sc.Lines {
		n += len(l.Marks)
	}
	return n
}

// scene draws one scene and gives the y below it.
func (d *drawing) scene(l *layout, w int) int {
	d.f("<text x=\"%d\" y=\"%d\" class=\"title\">%s</text>\n", margin, margin+10, escape(fit(l.name(), titles, true, w-2*margin)))
	for i := range l.frames {
		d.frame(&l.frames[i])
	}
	for i := range l.lines {
		d.line(&l.lines[i])
	}
	for _, b := range l.boxes {
		if at, ok := l.at[b]; ok {
			d.box(l, b, at)
		}
	}
	for i := range l.lines {
		r := &l.lines[i]
		if r.label.w > 0 {
			d.f("<text x=\"%d\" y=\"%d\" class=\"label\">%s</text>\n", r.label.x+2, r.label.y+11, escape(r.text))
		}
		d.badges(r.mark.x, r.mark.y, r.Marks, true)
	}
	return d.also(l, w)
}

// bandClass are the classes of the cells of a band.
var bandClass = [...]string{Public: "public", Unclear: "unclear", Private: "private", Data: "data"}

// frame draws a network with its zones and bands.
func (d *drawing) frame(f *frame) {
	class := "vpc"
	if f.Unsure {
		class += " unsure"
	}
	if s := f.State.String(); s != "" {
		class += " " + s + " line"
	}
	d.f("<rect class=%q x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"6\"/>\n", class, f.x, f.y, f.w, f.h)
	head := "VPC " + f.Name
	if strings.EqualFold(f.Name, "vpc") {
		head = "VPC"
	}
	if f.Unsure || f.key == "default" {
		head = f.Name
	}
	if f.Range != "" {
		head += " · " + f.Range
	}
	if f.Gateway {
		head += " · internet gateway"
	}
	d.f("<text class=\"vpctext\" x=\"%d\" y=\"%d\">%s</text>\n", f.x+framePad, f.y+20, escape(fit(head, 12, true, f.w-2*framePad)))
	for _, band := range f.bands {
		for c := range f.columns {
			subnets, there := band.Cells[c]
			if !there {
				continue
			}
			title := words[band.Sort]
			if len(subnets) > 0 {
				title += ": " + strings.Join(subnets, ", ")
			}
			d.f("<rect class=\"cell %s\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"4\"><title>%s</title></rect>\n", bandClass[band.Sort], f.columns[c].x+4, band.y,
				f.columns[c].w-8, band.h, escape(title))
		}
		first := 0
		for c := range f.columns {
			if _, there := band.Cells[c]; there {
				first = c
				break
			}
		}
		d.f("<text class=\"muted\" x=\"%d\" y=\"%d\">%s</text>\n", f.columns[first].x+columnPad, band.y+14, escape(fit(words[band.Sort], small, false, f.right()-f.columns[first].x-2*columnPad)))
	}
	for _, w := range f.works {
		d.f("<text class=\"name\" x=\"%d\" y=\"%d\">%s</text>\n", f.columns[0].x+columnPad, w.y, escape(fit(w.name, large, true, f.w-4*framePad)))
	}
	for c, z := range f.Zones {
		at := f.columns[c]
		d.f("<rect class=\"zone\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"4\"/>\n", at.x, at.y, at.w, at.h)
		d.f("<text class=\"zonetext\" x=\"%d\" y=\"%d\" text-anchor=\"middle\">%s</text>\n", at.x+at.w/2, at.y+16, escape(fit(z.Name, small, false, at.w-10)))
	}
}

// stripes are the classes of the stripe at the left of a box.
var stripes = map[aws.Part]string{
	aws.NamePart: "entry", aws.DeliveryPart: "entry", aws.EntryPart: "entry", aws.BalancerPart: "entry", aws.TranslatorPart: "entry", aws.ComputePart: "compute", aws.FunctionPart: "compute",
	aws.CachePart: "store", aws.DatabasePart: "store", aws.FilesPart: "files", aws.VolumePart: "files", aws.ObjectPart: "files", aws.MessagePart: "message",
}

// box draws a box.
func (d *drawing) box(l *layout, b *Box, at rect) {
	class := "part"
	if b.Ghost {
		class += " ghost"
	}
	if b.Unsure {
		class += " unsure"
	}
	if s := b.State.String(); s != "" {
		class += " " + s
	}
	extra := ""
	if d.keyed && !b.users {
		d.ids[b] = len(d.ids)
		extra = fmt.Sprintf(` id="b%d" tabindex="0" role="button"`, d.ids[b])
	}
	d.f("<g class=%q%s><title>%s</title>", class, extra, escape(d.tells(b)))
	if len(b.Members) > 1 && !b.Ghost && b.Part != aws.NamePart {
		d.f("<rect class=\"behind\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"4\"/>", at.x+4, at.y+4, at.w, at.h)
	}
	if b.users {
		cx := at.x + at.w/2
		d.f("<circle class=\"other\" cx=\"%d\" cy=\"%d\" r=\"5\"/><path class=\"other\" d=\"M%d %dc0-11 16-11 16 0z\"/><text x=\"%d\" y=\"%d\" class=\"name\">users</text></g>\n",
			cx-24, at.y+10, cx-32, at.y+26, cx-10, at.y+23)
		return
	}
	d.f("<rect class=\"box\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"4\"/>", at.x, at.y, at.w, at.h)
	stripe := stripes[b.Part]
	if stripe == "" {
		stripe = "other"
	}
	d.f("<rect class=%q x=\"%d\" y=\"%d\" width=\"4\" height=\"%d\" rx=\"2\"/>", stripe, at.x+1, at.y+1, at.h-2)
	x, room := at.x+12, at.w-20 // marks stand above what is written
	if at.w >= slimFrom {
		name := fit(b.Name, large, true, room/2)
		d.f("<text class=\"name\" x=\"%d\" y=\"%d\">%s</text>", x, at.y+23, escape(name))
		next := width(name, large, true) + 12
		text := strings.TrimSuffix(strings.TrimPrefix(b.Words+" · "+b.Detail, " · "), " · ")
		d.f("<text class=\"muted\" x=\"%d\" y=\"%d\">%s</text>", x+next, at.y+22, escape(fit(text, small, false, room-next)))
	} else {
		y := at.y + 18
		d.f("<text class=\"name\" x=\"%d\" y=\"%d\">%s</text>", x, y, escape(fit(b.Name, large, true, room)))
		for _, text := range []string{b.Words, b.Detail} {
			if text != "" {
				y += 15
				d.f("<text class=\"muted\" x=\"%d\" y=\"%d\">%s</text>", x, y, escape(fit(text, small, false, at.w-20)))
			}
		}
	}
	if b.Part == aws.FilesPart && b.Network != outside {
		d.chips(l, b, at)
	}
	d.badges(at.right()-8, at.y, b.Marks, false)
	if sign := [...]string{"", "+", "−", "~"}[b.State]; sign != "" {
		d.f("<circle class=\"%ssign\" cx=\"%d\" cy=\"%d\" r=\"8\"/><text class=\"sign\" x=\"%d\" y=\"%d\">%s</text>", b.State, at.x, at.y, at.x, at.y+4, sign)
	}
	d.f("</g>\n")
}

// chips draws the mount target of shared files in each zone.
func (d *drawing) chips(l *layout, b *Box, at rect) {
	f := &l.frames[b.Network]
	for _, z := range b.Zones {
		c := f.columns[z]
		x, w := max(c.x+columnPad, at.x)+12, 86
		if x+w > at.right()-4 {
			continue
		}
		y := at.bottom() - chipHeight - 4
		d.f("<rect class=\"chip\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"3\"/><text class=\"muted\" x=\"%d\" y=\"%d\">mount target</text>", x, y, w, chipHeight, x+6, y+13)
	}
}

// tells is the whole of what a box says, for the pointer and for readers.
func (d *drawing) tells(b *Box) string {
	out := b.Name
	for _, text := range []string{b.Words, b.Detail} {
		if text != "" {
			out += " · " + text
		}
	}
	if b.users {
		return "users"
	}
	if b.Unsure {
		out += " · may not be there, or not in this number"
	}
	if s := b.State.String(); s != "" {
		out += " · " + s
	}
	const most = 12
	shown := b.Members[:min(most, len(b.Members))]
	out += " — " + strings.Join(shown, ", ")
	if len(b.Members) > most {
		out += fmt.Sprintf(" and %d others", len(b.Members)-most)
	}
	if b.File != "" {
		out += fmt.Sprintf(" (%s:%d)", b.File, b.Line)
	}
	return out
}

// line draws a line with its head.
func (d *drawing) line(r *route) {
	class := "line"
	if r.Unsure {
		class += " unsure"
	}
	if s := r.State.String(); s != "" {
		class += " " + s
	}
	title := r.From.Name + " → " + r.To.Name
	if r.Label != "" {
		title += ": " + r.Label
	}
	if r.Unsure {
		title += " (may not be there)"
	}
	var path strings.Builder
	last := len(r.points) - 1
	end := r.points[last]
	dx, dy := sign(end.x-r.points[last-1].x), sign(end.y-r.points[last-1].y)
	for i, p := range r.points {
		if i == last {
			p = point{p.x - 6*dx, p.y - 6*dy}
		}
		fmt.Fprintf(&path, "%s%d %d", [...]string{"M", "L"}[min(i, 1)], p.x, p.y)
	}
	id := ""
	if d.keyed {
		d.lineIDs[r.Line] = len(d.lineIDs)
		id = fmt.Sprintf(` id="l%d"`, d.lineIDs[r.Line])
	}
	d.f("<g%s><title>%s</title><path class=%q d=%q/>", id, escape(title), class, path.String())
	d.f("<path class=\"head\" d=\"M%d %dL%d %dL%d %dz\"/></g>\n", end.x, end.y, end.x-8*dx+4*dy, end.y-8*dy+4*dx, end.x-8*dx-4*dy, end.y-8*dy-4*dx)
}

func sign(n int) int {
	switch {
	case n > 0:
		return 1
	case n < 0:
		return -1
	}
	return 0
}

// byLevel splits marks by level, the gravest first.
func byLevel(marks []Mark) (out [3][]Mark) {
	for _, m := range marks {
		out[Error-m.Level] = append(out[Error-m.Level], m)
	}
	return out
}

// marksWide is how many badges marks make.
func marksWide(marks []Mark) (n int) {
	for _, of := range byLevel(marks) {
		if len(of) > 0 {
			n++
		}
	}
	return n
}

// badges draws marks, one badge for each level: to the left of a corner, or around a point.
func (d *drawing) badges(x, y int, marks []Mark, around bool) {
	if around {
		x += 9 * (marksWide(marks) - 1)
	}
	levels := byLevel(marks)
	slices.Reverse(levels[:])
	for _, of := range levels {
		if len(of) == 0 {
			continue
		}
		d.badge(x, y, of)
		x -= 18
	}
}

// badge draws the marks of one level: an error has eight corners, a warning three, a note none; the number of several stands in
// it in place of the sign.
func (d *drawing) badge(x, y int, of []Mark) {
	text := "!"
	if of[0].Level == Note {
		text = "i"
	}
	if len(of) > 1 {
		text = fmt.Sprint(min(len(of), 99))
	}
	var title []string
	for _, m := range of {
		t := m.Level.String() + " " + m.Rule + ": " + m.Message
		if m.File != "" {
			t += fmt.Sprintf(" (%s:%d)", m.File, m.Line)
		}
		title = append(title, t)
	}
	d.f("<g><title>%s</title>%s</g>", escape(strings.Join(title, " — ")), badgeShape(of[0].Level, x, y, text))
}

// badgeShape is the shape of a level with a text in it.
func badgeShape(level Level, x, y int, text string) string {
	switch level {
	case Error:
		return fmt.Sprintf(`<path class="error" d="M%d %dh6l5 5v6l-5 5h-6l-5-5v-6z"/><text class="sign" x="%d" y="%d">%s</text>`, x-3, y-8, x, y+4, text)
	case Warning:
		return fmt.Sprintf(`<path class="warning" d="M%d %dl10 17h-20z"/><text class="sign onwarning" x="%d" y="%d">%s</text>`, x, y-10, x, y+5, text)
	}
	return fmt.Sprintf(`<circle class="note" cx="%d" cy="%d" r="8"/><text class="sign" x="%d" y="%d">%s</text>`, x, y, x, y+4, text)
}

// also tells below a scene what is not drawn, and gives the y below that.
func (d *drawing) also(l *layout, w int) int {
	also := make([]string, len(l.Also))
	for i, r := range l.Also {
		also[i] = r.String()
	}
	y := d.list("also: ", also, w, l.h+6)
	if l.Gaps > 0 {
		d.f("<text class=\"muted\" x=\"%d\" y=\"%d\">%s of the configuration could not be read</text>\n", margin, y, counted(l.Gaps, "part"))
		y += 15
	}
	if len(l.Marks) > 0 {
		y = d.elsewhere(l.Marks, y)
	}
	return y
}

// list writes a list in as many lines as it takes, and gives the y below them.
func (d *drawing) list(head string, items []string, w, y int) int {
	const most = 60
	if len(items) > most {
		items = append(slices.Clone(items[:most]), fmt.Sprintf("%d others", len(items)-most))
	}
	text := head
	write := func() {
		d.f("<text class=\"muted\" x=\"%d\" y=\"%d\">%s</text>\n", margin, y, escape(fit(strings.TrimSpace(text), small, false, w-2*margin)))
		y, text = y+15, ""
	}
	for i, item := range items {
		if i < len(items)-1 {
			item += ", "
		}
		if text != "" && text != head && width(text+item, small, false) > w-2*margin {
			write()
		}
		text += item
	}
	if len(items) > 0 {
		write()
	}
	return y
}

// bare names the units of which nothing is drawn, with the marks on what they have, and gives the y below.
func (d *drawing) bare(scenes []*Scene, w, y int) int {
	names := make([]string, len(scenes))
	var marks []Mark
	for i, sc := range scenes {
		names[i] = sc.name()
		marks = append(marks, sc.Marks...)
	}
	if len(names) == 0 {
		return y
	}
	y = d.list("nothing to draw in: ", names, w, y+10)
	if len(marks) > 0 {
		y = d.elsewhere(marks, y)
	}
	return y + margin
}

// elsewhere shows marks on what is not drawn, and gives the y below.
func (d *drawing) elsewhere(marks []Mark, y int) int {
	wide := 18 * (marksWide(marks) - 1)
	d.badges(margin+8+wide, y+4, marks, false)
	d.f("<text class=\"muted\" x=\"%d\" y=\"%d\">on what is not drawn</text>\n", margin+24+wide, y+8)
	return y + 24
}

// legend explains the signs that occur.
func (d *drawing) legend() string {
	var b strings.Builder
	x := margin
	put := func(shape func(x int) string, text string) {
		fmt.Fprintf(&b, "%s<text class=\"muted\" x=\"%d\" y=\"16\">%s</text>\n", shape(x), x+32, escape(text))
		x += 32 + width(text, small, false) + 26
	}
	for _, level := range []Level{Error, Warning, Note} {
		if d.seen.levels[level] {
			put(func(x int) string {
				return badgeShape(level, x+12, 12, [...]string{"i", "!", "!"}[level])
			}, level.String())
		}
	}
	sample := func(class, inner string) func(int) string {
		return func(x int) string {
			return fmt.Sprintf(`<g class=%q><rect class="box" x="%d" y="5" width="24" height="14" rx="3"/>%s</g>`, class, x, inner)
		}
	}
	if d.seen.dashed {
		put(sample("unsure", ""), "not known for certain")
	}
	if d.seen.ghost {
		put(sample("ghost", ""), "standby")
	}
	if d.seen.stack {
		put(func(x int) string {
			return fmt.Sprintf(`<rect class="behind" x="%d" y="8" width="22" height="13" rx="3"/><rect class="box" x="%d" y="4" width="22" height="13" rx="3"/>`, x+4, x)
		}, "several, written once")
	}
	for _, s := range []struct {
		is    bool
		state State
	}{{d.seen.added, Added}, {d.seen.removed, Removed}, {d.seen.different, Changed}} {
		if s.is {
			put(sample(s.state.String(), ""), s.state.String())
		}
	}
	return b.String()
}
