package picture

import (
	"cmp"
	"slices"
)

// point is a point of the page, in pixels.
type point struct{ x, y int }

// A route is where a line is drawn: its corners, every part of it level or upright.
type route struct {
	*Line
	points []point
	label  rect // where its label stands; without width where there is no room for one
	text   string
	mark   point // where its marks stand
}

// What the faults of a route cost, in pixels of a longer way.
const (
	perBend     = 40
	perCrossing = 24
	perOverlap  = 300  // with a line that has neither end in common
	perHit      = 2000 // of a box
	perBorder   = 30   // of a zone, along which it runs
)

// mostRouted is how many lines are drawn: with more of them a picture tells nothing.
const mostRouted = 400

// route draws the lines, the short ones first, each on the way that costs least.
func (l *layout) route() {
	lines := slices.Clone(l.Lines)
	slices.SortStableFunc(lines, func(a, b *Line) int { return cmp.Compare(l.distance(a), l.distance(b)) })
	r := &router{layout: l}
	r.gutters()
	for _, line := range lines[:min(len(lines), mostRouted)] {
		from, ok1 := l.at[line.From]
		to, ok2 := l.at[line.To]
		if ok1 && ok2 {
			r.draw(line, from, to)
		}
	}
	l.labels()
}

// distance is how far apart the ends of a line are.
func (l *layout) distance(line *Line) int {
	a, b := l.at[line.From], l.at[line.To]
	return max(b.x-a.right(), a.x-b.right(), 0) + max(b.y-a.bottom(), a.y-b.bottom(), 0)
}

// router finds ways between boxes.
type router struct {
	*layout
	boxesAt []rect
	borders []rect // upright ones, of zones
	across  []int  // the y of level ways between lanes
	down    []int  // the x of upright ways between boxes
	drawn   []drawnSegment
}

// segment is a level or upright part of a line.
type segment struct{ a, b point }

func (s segment) upright() bool { return s.a.x == s.b.x }

func (s segment) rect() rect {
	return rect{min(s.a.x, s.b.x), min(s.a.y, s.b.y), max(s.a.x-s.b.x, s.b.x-s.a.x), max(s.a.y-s.b.y, s.b.y-s.a.y)}
}

type drawnSegment struct {
	segment
	line *Line
}

// gutters finds the ways between the boxes: where lines may run beside others.
func (r *router) gutters() {
	xs, ys := map[int]bool{}, map[int]bool{}
	for _, b := range r.boxes {
		at, ok := r.at[b]
		if !ok {
			continue
		}
		r.boxesAt = append(r.boxesAt, at)
		xs[at.x-9], xs[at.right()+9] = true, true
		ys[at.y-12], ys[at.y-20], ys[at.bottom()+10] = true, true, true
	}
	for _, f := range r.frames {
		xs[f.x-12], xs[f.right()+14], xs[f.right()+26] = true, true, true
		for _, c := range f.columns {
			r.borders = append(r.borders, rect{c.x, c.y, 0, c.h}, rect{c.right(), c.y, 0, c.h})
		}
		ys[f.y-14] = true
	}
	r.down, r.across = keys(xs), keys(ys)
}

func keys(set map[int]bool) []int {
	out := make([]int, 0, len(set))
	for k := range set {
		out = append(out, k)
	}
	slices.Sort(out)
	return out
}

// near gives the values of a sorted list that lie nearest to two others, or between them: at most so many.
func near(list []int, a, b, most int) []int {
	low, high := min(a, b), max(a, b)
	out := slices.Clone(list)
	away := func(v int) int { return max(low-v, v-high, 0) }
	slices.SortStableFunc(out, func(v, w int) int { return cmp.Compare(away(v), away(w)) })
	return out[:min(most, len(out))]
}

// ports are the places on a side from low to high from which lines start: towards the wanted ones first.
func ports(low, high int, wanted ...int) []int {
	const corner = 10
	low, high = low+corner, high-corner
	if low > high {
		low = (low + high) / 2
		high = low
	}
	var out []int
	add := func(v int) {
		v = min(max(v, low), high)
		if !slices.Contains(out, v) {
			out = append(out, v)
		}
	}
	for _, v := range wanted {
		add(v)
	}
	mid := (low + high) / 2
	for _, v := range []int{mid, mid - 26, mid + 26, (low + mid) / 2, (mid + high) / 2, low, high} {
		add(v)
	}
	return out
}

// draw adds the best way between two boxes.
func (r *router) draw(line *Line, from, to rect) {
	best, least := []point(nil), 0
	try := func(points ...point) {
		if cost, ok := r.cost(line, points, from, to, best != nil, least); ok {
			best, least = points, cost
		}
	}
	midFrom, midTo := point{from.x + from.w/2, from.y + from.h/2}, point{to.x + to.w/2, to.y + to.h/2}
	out, in := ports(from.x, from.right(), midTo.x), ports(to.x, to.right(), midFrom.x)
	outY, inY := from.bottom(), to.y
	if from.y >= to.bottom() {
		outY, inY = from.y, to.bottom()
	}
	if from.bottom() <= to.y || to.bottom() <= from.y {
		low, high := max(from.x, to.x), min(from.right(), to.right())
		if high-low >= 20 {
			for _, x := range ports(low, high) {
				try(point{x, outY}, point{x, inY})
			}
			for _, x := range near(r.down, (low+high)/2, (low+high)/2, 24) { // between what stands in the way
				if x > low+5 && x < high-5 {
					try(point{x, outY}, point{x, inY})
				}
			}
		}
		for _, y := range near(r.across, outY, inY, 10) {
			if y <= min(outY, inY) || y >= max(outY, inY) {
				continue
			}
			for _, x1 := range out[:min(4, len(out))] {
				for _, x2 := range in[:min(4, len(in))] {
					if x1 != x2 {
						try(point{x1, outY}, point{x1, y}, point{x2, y}, point{x2, inY})
					}
				}
			}
		}
	}
	// From side to side, and from below into a side.
	sideOut, sideIn := from.right(), to.x
	if to.right() <= from.x {
		sideOut, sideIn = from.x, to.right()
	}
	if from.right() <= to.x || to.right() <= from.x {
		low, high := max(from.y, to.y), min(from.bottom(), to.bottom())
		if high-low >= 8 {
			for _, y := range []int{(low + high) / 2, low + 6, high - 6} {
				try(point{sideOut, y}, point{sideIn, y})
			}
		}
		ys1, ys2 := []int{midFrom.y, from.y + 12, from.bottom() - 12}, []int{midTo.y, to.y + 12, to.bottom() - 12}
		for _, x := range near(r.down, sideOut, sideIn, 14) {
			if x <= min(sideOut, sideIn) || x >= max(sideOut, sideIn) {
				continue
			}
			for _, y1 := range ys1 {
				for _, y2 := range ys2 {
					try(point{sideOut, y1}, point{x, y1}, point{x, y2}, point{sideIn, y2})
				}
			}
		}
		if from.bottom() <= midTo.y || from.y >= midTo.y {
			for _, x := range out[:min(4, len(out))] {
				try(point{x, outY}, point{x, midTo.y}, point{sideIn, midTo.y})
			}
		}
	}
	if best == nil || least >= perHit || len(best) > 4 {
		r.around(try, from, to, out, in)
	}
	if best == nil {
		return
	}
	best = straightened(best)
	r.lines = append(r.lines, route{Line: line, points: best})
	for i := 1; i < len(best); i++ {
		r.drawn = append(r.drawn, drawnSegment{segment{best[i-1], best[i]}, line})
	}
}

// around tries ways of five parts: out of a box into the way between lanes, along it to a way down, and back.
func (r *router) around(try func(...point), from, to rect, out, in []int) {
	outs, ins := []int{from.bottom() + 10, from.y - 12}, []int{to.y - 12, to.y - 20, to.bottom() + 10}
	for _, x := range near(r.down, from.x+from.w/2, to.x+to.w/2, 24) {
		for _, y1 := range outs {
			edge1 := from.bottom()
			if y1 < from.y {
				edge1 = from.y
			}
			for _, y2 := range ins {
				edge2 := to.y
				if y2 > to.bottom() {
					edge2 = to.bottom()
				}
				x1, x2 := nearest(out, x), nearest(in, x)
				try(point{x1, edge1}, point{x1, y1}, point{x, y1}, point{x, y2}, point{x2, y2}, point{x2, edge2})
			}
		}
		// From a side to a side.
		side1, side2 := from.right(), to.right()
		if x < from.x {
			side1 = from.x
		}
		if x < to.x {
			side2 = to.x
		}
		if (x > from.right() || x < from.x) && (x > to.right() || x < to.x) {
			y1, y2 := from.y+from.h/2, to.y+to.h/2
			try(point{side1, y1}, point{x, y1}, point{x, y2}, point{side2, y2})
		}
	}
}

func nearest(list []int, x int) int {
	best := list[0]
	for _, v := range list {
		if max(v-x, x-v) < max(best-x, x-best) {
			best = v
		}
	}
	return best
}

// cost is what a way costs; ok is false where another costs no more.
func (r *router) cost(line *Line, points []point, from, to rect, another bool, least int) (cost int, ok bool) {
	cost = (len(points) - 2) * perBend
	for i := 1; i < len(points); i++ {
		s := segment{points[i-1], points[i]}
		cost += s.rect().w + s.rect().h
	}
	if another && cost >= least {
		return cost, false
	}
	for i := 1; i < len(points); i++ {
		s := segment{points[i-1], points[i]}
		at := s.rect()
		at = rect{at.x - 5, at.y - 5, at.w + 10, at.h + 10}
		for _, b := range r.boxesAt {
			if b == from || b == to {
				if inside := segmentInside(s, b); inside {
					cost += perHit
				}
				continue
			}
			if at.meets(b) {
				cost += perHit
			}
		}
		if another && cost >= least {
			return cost, false
		}
		if s.upright() {
			for _, b := range r.borders {
				if max(b.x-s.a.x, s.a.x-b.x) < 8 && at.y < b.bottom() && b.y < at.bottom() {
					cost += perBorder
				}
			}
		}
		for _, d := range r.drawn {
			akin := d.line.From == line.From || d.line.To == line.To
			cost += clash(s, d.segment, akin)
		}
		if another && cost >= least {
			return cost, false
		}
	}
	return cost, true
}

// segmentInside tells whether a part of a line runs through the inside of a box.
func segmentInside(s segment, b rect) bool {
	at := s.rect()
	return at.x < b.right() && at.right() > b.x && at.y < b.bottom() && at.bottom() > b.y ||
		at.w == 0 && at.x > b.x && at.x < b.right() && at.y < b.bottom() && at.bottom() > b.y ||
		at.h == 0 && at.y > b.y && at.y < b.bottom() && at.x < b.right() && at.right() > b.x
}

// clash is what two parts of lines cost together.
func clash(s, d segment, akin bool) int {
	if s.upright() != d.upright() {
		if akin {
			return 0
		}
		a, b := s.rect(), d.rect()
		if a.x < b.right() && a.right() > b.x && a.y <= b.bottom() && a.bottom() >= b.y || a.x <= b.right() && a.right() >= b.x && a.y < b.bottom() && a.bottom() > b.y {
			return perCrossing
		}
		return 0
	}
	const beside = 7
	a, b := s.rect(), d.rect()
	if s.upright() {
		if max(a.x-b.x, b.x-a.x) < beside && a.y < b.bottom() && b.y < a.bottom() {
			if akin {
				return -min(20, a.h/4)
			}
			return perOverlap
		}
		return 0
	}
	if max(a.y-b.y, b.y-a.y) < beside && a.x < b.right() && b.x < a.right() {
		if akin {
			return -min(20, a.w/4)
		}
		return perOverlap
	}
	return 0
}

// straightened leaves out corners that are none.
func straightened(points []point) []point {
	out := points[:1:1]
	for i := 1; i < len(points); i++ {
		p := points[i]
		if p == out[len(out)-1] {
			continue
		}
		if n := len(out); n > 1 && (out[n-2].x == out[n-1].x && out[n-1].x == p.x || out[n-2].y == out[n-1].y && out[n-1].y == p.y) {
			out[n-1] = p
			continue
		}
		out = append(out, p)
	}
	return out
}

// A fan is lines from one box that say the same.
type fan struct {
	from  *Box
	label string
}

// labels finds places for the labels and marks of the lines: on their longest parts, where they cover neither boxes nor each
// other.
func (l *layout) labels() {
	var taken []rect
	for _, b := range l.boxes {
		if at, ok := l.at[b]; ok {
			taken = append(taken, at)
		}
	}
	for _, f := range l.frames {
		taken = append(taken, rect{f.x, f.y, f.w, frameHead - 4})
		for _, b := range f.bands {
			taken = append(taken, rect{b.x + columnPad, b.y, 200, 16})
		}
		for _, w := range f.works {
			taken = append(taken, rect{f.columns[0].x + columnPad, w.y - 12, width(w.name, large, true), 16})
		}
		for c, z := range f.Zones {
			w := width(z.Name, small, false)
			taken = append(taken, rect{f.columns[c].x + (f.columns[c].w-w)/2, f.columns[c].y + 5, w, 14})
		}
	}
	free := func(at rect) bool {
		if at.x < 2 || at.right() > l.w-2 {
			return false
		}
		return !slices.ContainsFunc(taken, at.meets)
	}
	const most = 2 // lines from one box that say the same; of more, one says it
	fans, labelled := map[fan]int{}, map[fan]bool{}
	for _, r := range l.lines {
		fans[fan{r.From, r.Label}]++
	}
	for i := range l.lines {
		r := &l.lines[i]
		parts := make([]segment, 0, len(r.points))
		for j := 1; j < len(r.points); j++ {
			parts = append(parts, segment{r.points[j-1], r.points[j]})
		}
		slices.SortStableFunc(parts, func(a, b segment) int { return cmp.Compare(b.rect().w+b.rect().h, a.rect().w+a.rect().h) })
		if len(r.Marks) > 0 {
			r.mark = markOn(parts, free)
			taken = append(taken, rect{r.mark.x - 9, r.mark.y - 9, 18, 18})
		}
		fan := fan{r.From, r.Label}
		if r.Label == "" || fans[fan] > most && labelled[fan] {
			continue
		}
		labelled[fan] = true
		r.text = fit(r.Label, small, false, 150)
		w := width(r.text, small, false) + 4
		r.label = labelOn(parts, w, free)
		if r.label.w > 0 {
			taken = append(taken, r.label)
		}
	}
}

// markOn finds a place for marks on a line; where none is free, the middle.
func markOn(parts []segment, free func(rect) bool) point {
	at := func(s segment, of int) point {
		return point{s.a.x + (s.b.x-s.a.x)*of/100, s.a.y + (s.b.y-s.a.y)*of/100}
	}
	for _, s := range parts {
		for _, of := range []int{50, 30, 70} {
			if p := at(s, of); free(rect{p.x - 8, p.y - 8, 16, 16}) {
				return p
			}
		}
	}
	return at(parts[0], 50)
}

// labelOn finds a place for a label beside a line; one without width where there is none.
func labelOn(parts []segment, w int, free func(rect) bool) rect {
	const h = 14
	for _, s := range parts {
		at := s.rect()
		for _, of := range []int{50, 25, 75, 10, 90} {
			x, y := s.a.x+(s.b.x-s.a.x)*of/100, s.a.y+(s.b.y-s.a.y)*of/100
			var tries []rect
			if s.upright() {
				if at.h < h {
					continue
				}
				tries = []rect{{x + 4, y - h/2, w, h}, {x - 4 - w, y - h/2, w, h}}
			} else {
				if at.w < w {
					continue
				}
				tries = []rect{{x - w/2, y - h - 1, w, h}, {x - w/2, y + 2, w, h}}
			}
			for _, t := range tries {
				if free(t) {
					return t
				}
			}
		}
	}
	return rect{}
}
