package picture

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/archlint/archlint/parsers/aws"
)

// How many boxes a scene may have before alike ones are drawn as one, ever more freely; and how many there must be of them.
const (
	manyBoxes    = 48
	tooManyBoxes = 70
	crowd        = 110
	fewest       = 3
	fewestAlone  = 4
)

// fold draws alike boxes as one where there are many: first what lies aside and is joined to nothing, then what plays one part in
// structures that look the same, then what stands in one module, then whatever is of one sort.
func (sc *Scene) fold() {
	lone := func(b *Box) bool { return b.Network == outside && len(b.Marks) == 0 && b.Part != aws.NamePart }
	joined := map[*Box]bool{}
	for _, l := range sc.Lines {
		joined[l.From], joined[l.To] = true, true
	}
	where := func(b *Box) string {
		return fmt.Sprintln(b.sort, b.Part, b.Network, b.Sort, b.Zones, b.Unsure, b.Foreign, b.State)
	}
	sc.foldBy(fewestAlone, func(b *Box) (string, bool) { return where(b), lone(b) && !joined[b] })
	if len(sc.Boxes) > manyBoxes {
		shape := sc.shapes(where)
		sc.foldBy(fewest, func(b *Box) (string, bool) { return where(b) + shape[b], true })
	}
	if len(sc.Boxes) > tooManyBoxes {
		sc.foldBy(fewest, func(b *Box) (string, bool) { return fmt.Sprintln(b.sort, b.Network, b.Sort, b.Group, b.State), true })
	}
	if len(sc.Boxes) > crowd {
		sc.foldBy(fewest, func(b *Box) (string, bool) { return fmt.Sprintln(b.Part, b.Network, b.Sort, b.State), true })
	}
}

// shapes tells for each box what it is, what it is joined to, and what that is joined to: boxes of one shape play the same part
// in structures that look the same.
func (sc *Scene) shapes(where func(*Box) string) map[*Box]string {
	shape := make(map[*Box]string, len(sc.Boxes))
	for _, b := range sc.Boxes {
		shape[b] = where(b)
	}
	const steps = 4
	for range steps {
		around := map[*Box][]string{}
		for _, l := range sc.Lines {
			around[l.From] = append(around[l.From], "to "+shape[l.To])
			around[l.To] = append(around[l.To], "from "+shape[l.From])
		}
		names := map[string]string{} // short ones, as shapes grow with every step
		next := make(map[*Box]string, len(shape))
		for _, b := range sc.Boxes {
			slices.Sort(around[b])
			whole := shape[b] + "\n" + strings.Join(around[b], "\n")
			if names[whole] == "" {
				names[whole] = fmt.Sprint(len(names) + 1)
			}
			next[b] = names[whole]
		}
		shape = next
	}
	return shape
}

// foldBy makes one box of those that have a key in common, if there are so many of them.
func (sc *Scene) foldBy(fewest int, keyOf func(*Box) (key string, may bool)) {
	alike := map[string][]*Box{}
	for _, b := range sc.Boxes {
		if key, may := keyOf(b); may && !b.users && !b.Ghost && b.sort != "" {
			alike[key] = append(alike[key], b)
		}
	}
	into := map[*Box]*Box{}
	for _, boxes := range alike {
		if len(boxes) < fewest {
			continue
		}
		slices.SortFunc(boxes, func(a, b *Box) int { return cmp.Compare(a.Key, b.Key) })
		one := together(boxes)
		for _, b := range boxes {
			into[b] = one
		}
	}
	if len(into) == 0 {
		return
	}
	var boxes []*Box
	taken := map[*Box]bool{}
	for _, b := range sc.Boxes {
		if one := into[b]; one != nil {
			b = one
		}
		if !taken[b] {
			taken[b] = true
			boxes = append(boxes, b)
		}
	}
	sc.Boxes = boxes
	sc.redirect(into)
}

// redirect lets lines end at the boxes that stand for others, and makes one of those that then have both ends in common.
func (sc *Scene) redirect(into map[*Box]*Box) {
	end := func(b *Box) *Box {
		if one := into[b]; one != nil {
			return one
		}
		return b
	}
	at := map[[2]*Box]*Line{}
	var lines []*Line
	for _, l := range sc.Lines {
		key := [2]*Box{end(l.From), end(l.To)}
		if key[0] == key[1] {
			key[0].Marks = append(key[0].Marks, l.Marks...)
			continue
		}
		first := at[key]
		if first == nil {
			l.From, l.To = key[0], key[1]
			at[key] = l
			lines = append(lines, l)
			continue
		}
		first.Marks = append(first.Marks, l.Marks...)
		first.Unsure = first.Unsure && l.Unsure
		first.Label = joinLabels(first.Label, l.Label)
	}
	sc.Lines = lines
}

// joinLabels puts two labels together, what they have in common once.
func joinLabels(a, b string) string {
	all := strings.Split(a, ", ")
	for _, word := range strings.Split(b, ", ") {
		if word != "" && !slices.Contains(all, word) {
			all = append(all, word)
		}
	}
	return strings.TrimPrefix(strings.Join(all, ", "), ", ")
}

// together is the box that stands for several.
func together(boxes []*Box) *Box {
	first := *boxes[0]
	one := &first
	one.Members, one.Marks, one.Zones = nil, nil, nil
	one.Detail, one.Work = "", ""
	one.Unsure = true
	var names []string
	named, words := map[string]bool{}, map[string]int{}
	for _, b := range boxes {
		one.Members = append(one.Members, b.Members...)
		one.Marks = append(one.Marks, b.Marks...)
		one.Zones = append(one.Zones, b.Zones...)
		one.Unsure = one.Unsure && b.Unsure
		if !named[b.Name] {
			named[b.Name] = true
			names = append(names, b.Name)
		}
		words[b.sort] += b.count
	}
	slices.Sort(one.Zones)
	one.Zones = slices.Compact(one.Zones)
	one.Name = strings.Join(names, ", ")
	var parts []string
	for _, w := range slices.Sorted(maps.Keys(words)) {
		parts = append(parts, counted(words[w], w))
	}
	one.Words = strings.Join(parts, ", ")
	one.count, one.sort = len(one.Members), boxes[0].sort
	return one
}
