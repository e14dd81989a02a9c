package picture

import (
	"cmp"
	"slices"

	"github.com/archlint/archlint/parsers/aws"
)

// Distances in pixels.
const (
	pageWidth  = 1200 // what a picture takes at most, unless there are very many zones
	pageLeast  = 560
	margin     = 20
	gap        = 18 // between boxes that stand side by side
	laneGap    = 34 // between lanes, for lines and their labels
	tallBox    = 58
	slimBox    = 36
	slimFrom   = 380 // the width from which a box writes on one line
	slotLeast  = 148
	slotTight  = 104 // where there are more than a few zones
	fewZones   = 3
	slotMost   = 230
	outerBox   = 196
	usersWidth = 90
	columnPad  = 20
	framePad   = 14
	frameHead  = 30
	zoneHead   = 24
	bandHead   = 24
	bandFoot   = 16
	workHead   = 26
	chipHeight = 18
	sideGap    = 46
)

// rect is a rectangle in pixels.
type rect struct{ x, y, w, h int }

func (r rect) right() int  { return r.x + r.w }
func (r rect) bottom() int { return r.y + r.h }

// meets tells whether two rectangles have something in common.
func (r rect) meets(o rect) bool {
	return r.x < o.right() && o.x < r.right() && r.y < o.bottom() && o.y < r.bottom()
}

// A frame is where a network is drawn.
type frame struct {
	*Network
	rect
	columns []rect
	bands   []placedBand
	works   []placedWork
}

// A placedBand is where a band is drawn: in a network with several workloads, once for each.
type placedBand struct {
	*Band
	rect
}

// A placedWork is where the name of a workload stands.
type placedWork struct {
	name string
	y    int
}

// A layout is where everything of a scene is drawn.
type layout struct {
	*Scene
	w, h   int
	frames []frame
	boxes  []*Box // in the order in which they are drawn
	at     map[*Box]rect
	lines  []route
}

// rank is the row that a part belongs to, within a band or outside of networks.
func rank(p aws.Part) int {
	switch p {
	case aws.CachePart, aws.DatabasePart:
		return int(aws.DatabasePart)
	case aws.NoPart:
		return 1 << 10
	}
	return int(p)
}

// atTop tells whether a box stands above the networks.
func atTop(b *Box) bool {
	return b.Network == outside && (b.users || b.Part == aws.NamePart || b.Part == aws.DeliveryPart || b.Part == aws.EntryPart)
}

// arrange lays a scene out.
func arrange(sc *Scene) *layout {
	l := &layout{Scene: sc, at: map[*Box]rect{}}
	var top, side []*Box
	inside := make([][]*Box, len(sc.Networks))
	for _, b := range sc.Boxes {
		switch {
		case atTop(b):
			top = append(top, b)
		case b.Network == outside:
			side = append(side, b)
		default:
			inside[b.Network] = append(inside[b.Network], b)
		}
	}
	l.boxes = sc.Boxes
	if len(sc.Networks) == 0 {
		l.alone(top, side)
	} else {
		l.framed(top, side, inside)
	}
	l.route()
	return l
}

// rows splits boxes into rows by rank.
func rows(boxes []*Box, by func(*Box) int) [][]*Box {
	all := slices.Clone(boxes)
	slices.SortStableFunc(all, func(a, b *Box) int { return cmp.Compare(by(a), by(b)) })
	var out [][]*Box
	for i, b := range all {
		if i == 0 || by(b) != by(all[i-1]) {
			out = append(out, nil)
		}
		out[len(out)-1] = append(out[len(out)-1], b)
	}
	return out
}

// topRank orders what stands above the networks.
func topRank(b *Box) int {
	if b.users {
		return 0
	}
	return rank(b.Part)
}

// centred puts boxes of one width side by side around the middle of a width, in as many lanes as that takes, and gives the y
// below them.
func (l *layout) centred(boxes []*Box, x, w, y, boxWidth, apart int) int {
	most := max((w+gap)/(boxWidth+gap), 1)
	for len(boxes) > 0 {
		lane := boxes[:min(most, len(boxes))]
		boxes = boxes[len(lane):]
		at := x + (w-(len(lane)*(boxWidth+gap)-gap))/2
		high := 0
		for _, b := range lane {
			h := height(b, boxWidth)
			l.at[b] = rect{at, y, boxWidth, h}
			if b.users {
				l.at[b] = rect{at + (boxWidth-usersWidth)/2, y, usersWidth, h}
			}
			high = max(high, h)
			at += boxWidth + gap
		}
		y += high + apart
	}
	return y
}

// height is how high a box of a width is.
func height(b *Box, w int) int {
	h := tallBox
	switch {
	case b.users:
		return slimBox
	case w >= slimFrom:
		h = slimBox
	case b.Detail == "" || b.Words == "":
		h = tallBox - 14
	}
	if b.Part == aws.FilesPart && b.Network != outside {
		h += chipHeight + 4
	}
	return h
}

// alone lays out what lies in no network.
func (l *layout) alone(top, side []*Box) {
	w := pageWidth - 2*margin
	if n := widest(rows(append(slices.Clone(top), side...), topRank)); n*(outerBox+gap) < w {
		w = max(n*(outerBox+gap), 420)
	}
	y := margin + 34
	for _, row := range rows(top, topRank) {
		y = l.centred(row, margin, w, y, outerBox, laneGap+6)
	}
	for _, row := range rows(side, topRank) {
		y = l.centred(row, margin, w, y, outerBox, laneGap+6)
	}
	l.w, l.h = w+2*margin, y-laneGap+margin
}

func widest(rows [][]*Box) (most int) {
	for _, r := range rows {
		most = max(most, len(r))
	}
	return most
}

// framed lays out networks, with what lies in none above them and beside them.
func (l *layout) framed(top, side []*Box, inside [][]*Box) {
	const mostSide = 9 // of one column
	sideColumns := (len(side) + mostSide - 1) / mostSide
	sideColumns = min(sideColumns, 2)
	avail := pageWidth - 2*margin
	if sideColumns > 0 {
		avail -= sideColumns*(outerBox+gap) - gap + sideGap
	}
	main := 0
	for i, n := range l.Networks {
		f := frame{Network: n}
		f.columns = columnsOf(n, inside[i], avail-2*framePad)
		last := f.columns[len(f.columns)-1]
		f.w = last.right() + framePad
		main = max(main, f.w)
		l.frames = append(l.frames, f)
	}
	topRows := rows(top, topRank)
	main = max(main, min(widest(topRows), max(avail/(outerBox+gap), 1))*(outerBox+gap)-gap)
	y := margin + 34
	for _, row := range topRows {
		y = l.centred(row, margin, main, y, outerBox, laneGap+2)
	}
	start := y
	for i := range l.frames {
		f := &l.frames[i]
		f.x, f.y = margin+(main-f.w)/2, y
		l.fill(f, inside[i])
		y = f.bottom() + laneGap
	}
	bottom := y - laneGap
	if sideColumns > 0 {
		x := margin + main + sideGap
		sorted := slices.Concat(rows(side, topRank)...)
		each := (len(sorted) + sideColumns - 1) / sideColumns
		for i := range sideColumns {
			y := start + frameHead
			part := sorted[min(i*each, len(sorted)):min((i+1)*each, len(sorted))]
			for j, b := range part {
				if j > 0 && rank(part[j-1].Part) != rank(b.Part) {
					y += 10
				}
				h := height(b, outerBox)
				l.at[b] = rect{x + i*(outerBox+gap), y, outerBox, h}
				y += h + gap
			}
			bottom = max(bottom, y-gap)
		}
		l.w = x + sideColumns*(outerBox+gap) - gap + margin
	} else {
		l.w = main + 2*margin
	}
	l.h = bottom + margin
}

// columnsOf are the columns of a network, as wide as its boxes ask for and as there is room; their x counts from the frame.
func columnsOf(n *Network, boxes []*Box, avail int) []rect {
	demand := 1
	counts := map[[3]int]int{}
	for _, b := range boxes {
		if len(b.Zones) == 1 {
			k := [3]int{int(b.Sort), rank(b.Part), b.Zones[0]}
			counts[k]++
			demand = max(demand, counts[k])
		}
	}
	count := len(n.Zones)
	each := avail/count - 8
	least := slotLeast
	if count > fewZones {
		least = slotTight
	}
	slots := max(min(demand, (each-2*columnPad+gap)/(least+gap)), 1)
	slot := min(max((each-2*columnPad+gap)/slots-gap, least), slotMost)
	w := slots*(slot+gap) - gap + 2*columnPad
	if count == 1 {
		w = max(w, 300)
	}
	out := make([]rect, count)
	for i := range out {
		out[i] = rect{x: framePad + i*(w+8), w: w, h: slot} // h carries the width of a slot until the frame is filled
	}
	return out
}

// lane is a row of boxes.
type lane struct {
	free  []int // slots that are free, by column
	boxes []*Box
}

// fewDivided is how many boxes a network may have before its workloads are drawn one below the other.
const fewDivided = 7

// divided splits the boxes of a network by workload, in the order in which they come; what belongs to none is last. A small
// network stays whole.
func divided(boxes []*Box) [][]*Box {
	count := map[string]int{}
	for _, b := range boxes {
		count[b.Work]++
	}
	var names []string // of those that have anything to show together
	for name, n := range count {
		if name != "" && n > 1 {
			names = append(names, name)
		}
	}
	const mostNames = 64 // others are drawn together
	if len(names) < 2 || len(boxes) <= fewDivided || len(names) > mostNames {
		return [][]*Box{boxes}
	}
	slices.Sort(names)
	out := make([][]*Box, len(names)+1)
	for _, b := range boxes {
		i, among := slices.BinarySearch(names, b.Work)
		if !among {
			i = len(names)
		}
		out[i] = append(out[i], b)
	}
	return slices.DeleteFunc(out, func(part []*Box) bool { return len(part) == 0 })
}

// fill puts the boxes of a network into its frame.
func (l *layout) fill(f *frame, boxes []*Box) {
	slot := f.columns[0].h
	slots := max((f.columns[0].w-2*columnPad+gap)/(slot+gap), 1)
	y := f.y + frameHead + zoneHead
	parts := divided(boxes)
	for i, part := range parts {
		if len(parts) > 1 {
			name := part[0].Work
			if i == len(parts)-1 && (name == "" || len(part) == 1 || part[len(part)-1].Work != name) {
				name = "others"
			}
			f.works = append(f.works, placedWork{name, y + 14})
			y += workHead
		}
		for i := range f.Bands {
			var members []*Box
			for _, b := range part {
				if b.Sort == f.Bands[i].Sort {
					members = append(members, b)
				}
			}
			if len(members) == 0 {
				continue
			}
			top := y
			y += bandHead
			for _, row := range rows(members, func(b *Box) int { return rank(b.Part) }) {
				for _, ln := range pack(row, len(f.columns), slots) {
					y = l.lane(f, ln, slot, y) + laneGap
				}
			}
			y += bandFoot - laneGap
			f.bands = append(f.bands, placedBand{&f.Bands[i], rect{f.x + framePad, top, f.w - 2*framePad, y - top}})
			y += 10
		}
	}
	y += framePad - 10
	f.h = y - f.y
	for i := range f.columns {
		c := &f.columns[i]
		c.x += f.x
		c.y, c.h = f.y+frameHead, y-f.y-frameHead-framePad/2
	}
}

// pack distributes the boxes of one row over lanes: a box takes the first lane that has room for it.
func pack(row []*Box, columns, slots int) []*lane {
	var out []*lane
	for _, b := range row {
		first, last := b.Zones[0], b.Zones[len(b.Zones)-1]
		need := 1
		if first != last {
			need = slots
		}
		fits := func(ln *lane) bool {
			for c := first; c <= last; c++ {
				if ln.free[c] < need {
					return false
				}
			}
			return true
		}
		const look = 16 // lanes back; all before are full, or nearly so
		i := slices.IndexFunc(out[max(len(out)-look, 0):], fits)
		if i >= 0 {
			i += max(len(out)-look, 0)
		} else {
			ln := &lane{free: make([]int, columns)}
			for c := range ln.free {
				ln.free[c] = slots
			}
			out = append(out, ln)
			i = len(out) - 1
		}
		for c := first; c <= last; c++ {
			out[i].free[c] -= need
		}
		out[i].boxes = append(out[i].boxes, b)
	}
	return out
}

// lane puts the boxes of a lane side by side and gives the y below them. The columns of the frame do not count from the
// page yet.
func (l *layout) lane(f *frame, ln *lane, slot, y int) int {
	count := map[int]int{}
	for _, b := range ln.boxes {
		if len(b.Zones) == 1 {
			count[b.Zones[0]]++
		}
	}
	next := map[int]int{}
	high := 0
	for _, b := range ln.boxes {
		first, last := f.columns[b.Zones[0]], f.columns[b.Zones[len(b.Zones)-1]]
		at := rect{x: f.x + first.x + columnPad, y: y, w: last.right() - first.x - 2*columnPad}
		if len(b.Zones) == 1 {
			z := b.Zones[0]
			n := count[z]
			w := slot
			if n == 1 && len(f.columns) > 1 {
				w = min(first.w-2*columnPad, slotMost)
			}
			at.w = w
			at.x = f.x + first.x + (first.w-(n*(w+gap)-gap))/2 + next[z]*(w+gap)
			next[z]++
		}
		at.h = height(b, at.w)
		l.at[b] = at
		high = max(high, at.h)
	}
	return y + high
}
