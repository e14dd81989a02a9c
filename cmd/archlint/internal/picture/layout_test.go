package picture

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/archlint/archlint/parsers"
	"github.com/archlint/archlint/parsers/aws"
)

// scenesOf are the scenes of what lies at a path.
func scenesOf(t testing.TB, path string) []*Scene {
	t.Helper()
	scan, err := parsers.Discover([]string{path}, parsers.Options{})
	if err != nil {
		t.Fatal(err)
	}
	var out []*Scene
	for _, u := range scan.Units {
		out = append(out, New(u.Load(), nil))
	}
	return out
}

// In every architecture boxes stand apart, inside their frames and below their zones, texts stay in them, and lines run level or
// upright, from box to box and through none.
func TestLayout(t *testing.T) {
	t.Chdir(filepath.Join("..", "..", "..", "..", "testdata", "architectures"))
	all, err := filepath.Glob("*")
	if err != nil {
		t.Fatal(err)
	}
	scenes := 0
	for _, dir := range all {
		if at, err := os.Stat(dir); err != nil || !at.IsDir() {
			continue
		}
		for _, sc := range scenesOf(t, dir) {
			scenes++
			l := arrange(sc)
			if l.w > pageWidth {
				t.Errorf("%s is %d pixels wide", dir, l.w)
			}
			hold(t, dir, l)
			for _, r := range l.lines {
				for _, b := range l.boxes {
					for i := 1; i < len(r.points); i++ {
						if segmentInside(segment{r.points[i-1], r.points[i]}, l.at[b]) {
							t.Errorf("%s: the line from %s to %s runs through %s", dir, r.From.Key, r.To.Key, b.Key)
						}
					}
				}
			}
		}
	}
	if scenes < 40 {
		t.Errorf("only %d scenes", scenes)
	}
}

// hold holds what is true of every layout.
func hold(t *testing.T, name string, l *layout) {
	t.Helper()
	page := rect{0, 0, l.w, l.h}
	for i, b := range l.boxes {
		at, ok := l.at[b]
		if !ok {
			t.Fatalf("%s: %s has no place", name, b.Key)
		}
		if at.x < page.x || at.y < page.y || at.right() > page.right() || at.bottom() > page.bottom() {
			t.Errorf("%s: %s stands at %v, outside of %v", name, b.Key, at, page)
		}
		for _, o := range l.boxes[:i] {
			if at.meets(l.at[o]) {
				t.Errorf("%s: %s and %s overlap: %v, %v", name, b.Key, o.Key, at, l.at[o])
			}
		}
		if b.Network == outside {
			continue
		}
		f := l.frames[b.Network]
		first, last := f.columns[b.Zones[0]], f.columns[b.Zones[len(b.Zones)-1]]
		if at.x < first.x || at.right() > last.right() || at.y < first.y || at.bottom() > first.bottom() {
			t.Errorf("%s: %s stands at %v, outside of its zones, %v to %v", name, b.Key, at, first, last)
		}
		if !slices.ContainsFunc(f.bands, func(band placedBand) bool {
			return band.Sort == b.Sort && band.y <= at.y && at.bottom() <= band.bottom()
		}) {
			t.Errorf("%s: %s stands in none of its bands", name, b.Key)
		}
	}
	for _, r := range l.lines {
		what := fmt.Sprintf("%s: the line from %s to %s", name, r.From.Key, r.To.Key)
		for i := 1; i < len(r.points); i++ {
			if a, b := r.points[i-1], r.points[i]; a.x != b.x && a.y != b.y {
				t.Errorf("%s is askew: %v", what, r.points)
			}
		}
		for end, b := range map[point]*Box{r.points[0]: r.From, r.points[len(r.points)-1]: r.To} {
			if !onBorder(end, l.at[b]) {
				t.Errorf("%s ends at %v, and %s stands at %v", what, end, b.Key, l.at[b])
			}
		}
	}
}

func onBorder(p point, at rect) bool {
	return (p.x == at.x || p.x == at.right()) && p.y >= at.y && p.y <= at.bottom() || (p.y == at.y || p.y == at.bottom()) && p.x >= at.x && p.x <= at.right()
}

// twin says what a scene shows without the names, which differ between the languages.
func twin(sc *Scene) string {
	var out []string
	for _, b := range sc.Boxes {
		out = append(out, fmt.Sprintf("%s, %s, in %s of %d, zones %v", b.Words, b.Detail, words[b.Sort], b.Network, b.Zones))
	}
	for _, l := range sc.Lines {
		out = append(out, fmt.Sprintf("%s to %s by %s, unsure: %v", l.From.Words, l.To.Words, l.Label, l.Unsure))
	}
	slices.Sort(out)
	return strings.Join(out, "\n")
}

// An architecture looks the same in both languages. In CloudFormation instances are written one by one.
func TestTwins(t *testing.T) {
	t.Chdir(filepath.Join("..", "..", "..", "..", "testdata", "architectures"))
	all, err := filepath.Glob("*-tf")
	if err != nil || len(all) < 20 {
		t.Fatal(all, err)
	}
	for _, dir := range all {
		name := strings.TrimSuffix(dir, "-tf")
		if name == "whatisthetime-3-several-addresses" || name == "whatisthetime-4-load-balancer" {
			continue
		}
		terraform, cloudFormation := scenesOf(t, dir), scenesOf(t, name+"-cfn")
		if len(terraform) != 1 || len(cloudFormation) != 1 {
			t.Errorf("%s: %d and %d scenes", name, len(terraform), len(cloudFormation))
			continue
		}
		if diff := cmp.Diff(twin(terraform[0]), twin(cloudFormation[0])); diff != "" {
			t.Errorf("%s: Terraform (-) and CloudFormation (+) are drawn differently:\n%s", name, diff)
		}
	}
}

// Texts are shortened to the room that they have, and no further than they must be.
func TestFit(t *testing.T) {
	for _, text := range []string{"", "web", "WebAutoScalingGroupOfTheThirdKind", "iiiiiiiiiiiiiiiiiiiiiiiiiiiiii", "名前名前名前名前名前名前名前", "a b - c · d"} {
		for most := 8; most < 300; most += 7 {
			got := fit(text, small, true, most)
			switch {
			case got == text:
				if width(text, small, true) > most {
					t.Errorf("%q does not fit into %d", text, most)
				}
			case !strings.HasSuffix(got, "…"):
				t.Errorf("%q was shortened to %q", text, got)
			case got != "…" && width(got, small, true) > most:
				t.Errorf("%q does not fit into %d", got, most)
			case width(text, small, true) <= most:
				t.Errorf("%q fits into %d and was shortened", text, most)
			}
		}
	}
}

// What a configuration says does not get out of the texts that it is shown in.
func TestEscape(t *testing.T) {
	hostile := "</title><script>alert(1)</script>\"'&\x00\x1b[31m\u202e\u0085]]>"
	sc := &Scene{Title: hostile, Networks: []*Network{{Name: hostile, Range: hostile, Zones: []Zone{{Name: hostile}}, Bands: []Band{{Cells: map[int][]string{0: {hostile}}}}}},
		Also: []Rest{{2, hostile}}, Marks: []Mark{{Rule: hostile, Message: hostile, File: hostile, Line: 1}},
		Ladders: []Ladder{{Workload: hostile, Story: hostile, Rungs: []Rung{{hostile, hostile, hostile}}, Next: hostile, File: hostile, Line: 1}}}
	a := &Box{Key: "a", Members: []string{hostile}, Name: hostile, Words: hostile, Detail: hostile, Part: aws.ComputePart, Zones: []int{0}, File: hostile, Line: 1, EndLine: 1,
		Marks: []Mark{{Level: Error, Rule: hostile, Message: hostile, File: hostile, Line: 1}}}
	b := &Box{Key: "b", Members: []string{hostile}, Name: hostile, Words: hostile, Part: aws.ObjectPart, Network: outside}
	sc.Boxes, sc.Lines = []*Box{a, b}, []*Line{{From: a, To: b, Label: hostile, Marks: a.Marks}}
	p := Page{Scenes: []*Scene{sc}, Read: func(string) ([]byte, error) { return []byte(hostile), nil }}
	var svg, html bytes.Buffer
	if err := errors.Join(SVG(&svg, p), HTML(&html, p)); err != nil {
		t.Fatal(err)
	}
	d := xml.NewDecoder(&svg)
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		if start, ok := token.(xml.StartElement); ok && start.Name.Local == "script" {
			t.Error("the picture runs something")
		}
	}
	if n := strings.Count(html.String(), "<script"); n != 1 {
		t.Errorf("the page has %d scripts", n)
	}
	if i := strings.IndexAny(html.String(), "\x00\x1b\u202e\u0085"); i >= 0 {
		t.Errorf("the page has %q", html.String()[i:i+3])
	}
}

// crowded is a scene of many workloads that look alike.
func crowded(n int) *Scene {
	sc := &Scene{Title: "crowd", Networks: []*Network{{Name: "main", Zones: []Zone{{Name: "a"}, {Name: "b"}, {Name: "c"}},
		Bands: []Band{{Sort: Public, Cells: map[int][]string{0: nil, 1: nil, 2: nil}}, {Sort: Private, Cells: map[int][]string{0: nil, 1: nil, 2: nil}}}}}}
	for i := range n {
		work := fmt.Sprintf("work%d", i)
		box := func(part aws.Part, sort Sort, network int, zones ...int) *Box {
			b := &Box{Key: fmt.Sprintf("%s %d %d", work, part, sort), Members: []string{work}, Name: work, Words: fmt.Sprint("sort ", part), Part: part, Sort: sort, Network: network, Zones: zones, Work: work}
			b.sort, b.count = b.Words, 1
			sc.Boxes = append(sc.Boxes, b)
			return b
		}
		lb, web, db, queue := box(aws.BalancerPart, Public, 0, 0, 1, 2), box(aws.ComputePart, Private, 0, 0, 1, 2), box(aws.DatabasePart, Private, 0, i%3), box(aws.MessagePart, Public, outside)
		sc.Lines = append(sc.Lines, &Line{From: lb, To: web, Label: "HTTP 80"}, &Line{From: web, To: db, Label: "TCP 3306"}, &Line{From: web, To: queue})
	}
	return sc
}

// Many workloads that look alike are drawn as one; a few are drawn one by one, each by itself.
func TestCrowd(t *testing.T) {
	few := crowded(8)
	few.fold()
	l := arrange(few)
	hold(t, "few", l)
	if len(l.boxes) != 32 || len(l.frames[0].works) != 8 {
		t.Errorf("8 workloads are drawn as %d boxes in %d parts", len(l.boxes), len(l.frames[0].works))
	}
	many := crowded(100)
	many.fold()
	l = arrange(many)
	hold(t, "many", l)
	if len(l.boxes) > 12 {
		t.Errorf("100 workloads are drawn as %d boxes", len(l.boxes))
	}
	members := 0
	for _, b := range l.boxes {
		members += len(b.Members)
	}
	if members != 400 {
		t.Errorf("%d of 400 resources are drawn", members)
	}
}

// BenchmarkPicture draws about 1,000 resources: the time from the scene to the text.
func BenchmarkPicture(b *testing.B) {
	for _, n := range []int{50, 250} {
		b.Run(fmt.Sprint(4*n, "resources"), func(b *testing.B) {
			for b.Loop() {
				if err := SVG(io.Discard, Page{Scenes: []*Scene{crowded(n)}}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// A page tells the gravest findings of very many, and how many others there are.
func TestPageIsBounded(t *testing.T) {
	box := &Box{Name: "databases", Members: []string{"a"}, Network: outside, File: "main.tf", Line: 1}
	sc := &Scene{Boxes: []*Box{box}}
	for i := range mostFindings + 7 {
		level := Note
		if i > mostFindings {
			level = Error
		}
		box.Marks = append(box.Marks, Mark{Level: level, Rule: "AL1", Message: fmt.Sprint("message ", i)})
	}
	for range mostLadders + 3 {
		sc.Ladders = append(sc.Ladders, Ladder{Workload: "store", Members: []string{"a"}})
	}
	var page strings.Builder
	if err := HTML(&page, Page{Scenes: []*Scene{sc}}); err != nil {
		t.Fatal(err)
	}
	for words, want := range map[string]int{
		"<button": mostFindings, "And 7 others: ": 1, fmt.Sprint(mostFindings+7, " findings"): 1, fmt.Sprint("message ", mostFindings+6, "<"): 1,
		`<section class="ladder"`: mostLadders, "how far 3 others have come": 1, `<p class="said`: mostOfBox,
	} {
		if got := strings.Count(page.String(), words); got < want || want > 1 && got != want {
			t.Errorf("%s is there %d times, want %d", words, got, want)
		}
	}
}
