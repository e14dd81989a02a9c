package picture

import (
	"cmp"
	"slices"
	"strings"
)

// Between makes one scene of two states of a unit: that of now, with what is gone, and with a state for each box, line and
// network. Either may be nil, where there is no such unit. moved gives the keys of boxes that had others before, by the former
// ones. The marks are those of now. Neither scene may be used after it.
func Between(then, now *Scene, moved map[string]string) *Scene {
	if now == nil {
		now = &Scene{Title: then.Title}
	}
	if then == nil {
		then = &Scene{}
	}
	m := &merger{now: now, networks: map[int]int{outside: outside}, columns: map[int][]int{}, boxes: map[string]*Box{}}
	for _, b := range now.Boxes {
		m.boxes[b.Key] = b
	}
	m.mergeNetworks(then)
	m.mergeBoxes(then, moved)
	m.mergeLines(then, moved)
	for i, n := range now.Networks {
		m.orderColumns(i, n)
	}
	now.order()
	return now
}

// Changed tells whether a scene of two states shows a difference.
func (sc *Scene) Changed() bool {
	return slices.ContainsFunc(sc.Networks, func(n *Network) bool { return n.State != Same }) ||
		slices.ContainsFunc(sc.Boxes, func(b *Box) bool { return b.State != Same }) ||
		slices.ContainsFunc(sc.Lines, func(l *Line) bool { return l.State != Same })
}

// merger puts what was into the scene of what is.
type merger struct {
	now      *Scene
	networks map[int]int   // from the index then to that of now
	columns  map[int][]int // of each network then, where its columns are now
	boxes    map[string]*Box
}

// mergeNetworks finds each network and its columns, and adds those that are gone.
func (m *merger) mergeNetworks(then *Scene) {
	at := map[string]int{}
	for i, n := range m.now.Networks {
		at[n.key] = i
		n.State = Added
	}
	for i, old := range then.Networks {
		to, ok := at[old.key]
		if !ok {
			to = len(m.now.Networks)
			old.State = Removed
			m.now.Networks = append(m.now.Networks, old)
		} else {
			m.now.Networks[to].State = Same
		}
		n := m.now.Networks[to]
		m.networks[i] = to
		m.columns[i] = make([]int, len(old.Zones))
		for z, zone := range old.Zones {
			c := slices.IndexFunc(n.Zones, func(o Zone) bool { return o.Name == zone.Name })
			if c < 0 {
				c = len(n.Zones)
				n.Zones = append(n.Zones, zone)
			}
			m.columns[i][z] = c
		}
		for _, band := range old.Bands {
			k := slices.IndexFunc(n.Bands, func(o Band) bool { return o.Sort == band.Sort })
			if k < 0 {
				k = len(n.Bands)
				n.Bands = append(n.Bands, Band{Sort: band.Sort, Cells: map[int][]string{}})
			}
			if !ok {
				continue // the bands are its own
			}
			for z, subnets := range band.Cells {
				if c := m.columns[i][z]; n.Bands[k].Cells[c] == nil {
					n.Bands[k].Cells[c] = subnets
				}
			}
		}
		slices.SortFunc(n.Bands, func(a, b Band) int { return cmp.Compare(a.Sort, b.Sort) })
	}
}

// orderColumns puts the columns of a network into the order of their names, those that are not known last.
func (m *merger) orderColumns(i int, n *Network) {
	order := make([]int, len(n.Zones)) // where each column comes from
	for z := range order {
		order[z] = z
	}
	slices.SortStableFunc(order, func(a, b int) int {
		if x, y := n.Zones[a], n.Zones[b]; x.Unsure != y.Unsure {
			if x.Unsure {
				return 1
			}
			return -1
		}
		return strings.Compare(n.Zones[a].Name, n.Zones[b].Name)
	})
	to := make([]int, len(order))
	zones := make([]Zone, len(order))
	for z, from := range order {
		to[from], zones[z] = z, n.Zones[from]
	}
	n.Zones = zones
	for k, band := range n.Bands {
		cells := map[int][]string{}
		for z, subnets := range band.Cells {
			cells[to[z]] = subnets
		}
		n.Bands[k].Cells = cells
	}
	for _, b := range m.now.Boxes {
		if b.Network != i {
			continue
		}
		for k, z := range b.Zones {
			b.Zones[k] = to[z]
		}
		slices.Sort(b.Zones)
	}
}

// mergeBoxes tells which boxes are new or different, and adds those that are gone.
func (m *merger) mergeBoxes(then *Scene, moved map[string]string) {
	same := map[*Box]bool{}
	for _, old := range then.Boxes {
		place := m.place(old)
		b := m.boxes[cmp.Or(moved[old.Key], old.Key)]
		if b == nil || same[b] {
			gone := *old
			gone.Network, gone.Zones, gone.State, gone.Marks, gone.Line, gone.EndLine = m.networks[old.Network], place, Removed, nil, 0, 0 // there are no lines of it any more
			m.now.Boxes = append(m.now.Boxes, &gone)
			m.boxes[old.Key] = &gone
			same[&gone] = true
			continue
		}
		same[b] = true
		var was []string
		if b.Detail != old.Detail && !b.Unsure && !old.Unsure {
			was = append(was, cmp.Or(old.Detail, "nothing more"))
		}
		if b.Network == m.networks[old.Network] && b.Network != outside && !slices.Equal(b.Zones, place) && !m.unsure(b) && !m.unsure(&Box{Network: b.Network, Zones: place}) {
			was = append(was, m.zones(b.Network, place))
		}
		if b.Network != m.networks[old.Network] || b.Sort != old.Sort && b.Sort != Unclear && old.Sort != Unclear {
			was = append(was, "in "+m.where(m.networks[old.Network], old.Sort))
		}
		if len(was) > 0 {
			b.State = Changed
			b.Detail = strings.TrimPrefix(b.Detail+" · before: "+strings.Join(was, ", "), " · ")
		}
	}
	for _, b := range m.now.Boxes {
		if !same[b] {
			b.State = Added
		}
	}
}

// place is where the columns of a former box are now.
func (m *merger) place(old *Box) []int {
	var out []int
	for _, z := range old.Zones {
		out = append(out, m.columns[old.Network][z])
	}
	slices.Sort(out)
	return out
}

// unsure tells whether a box is in a column of zones that are not known.
func (m *merger) unsure(b *Box) bool {
	return slices.ContainsFunc(b.Zones, func(z int) bool { return m.now.Networks[b.Network].Zones[z].Unsure })
}

// zones are the names of columns.
func (m *merger) zones(network int, columns []int) string {
	var out []string
	for _, z := range columns {
		out = append(out, m.now.Networks[network].Zones[z].Name)
	}
	return strings.Join(out, " and ")
}

// where names a band of a network.
func (m *merger) where(network int, s Sort) string {
	if network == outside {
		return "no VPC"
	}
	return words[s] + " of " + m.now.Networks[network].Name
}

// mergeLines tells which lines are new or different, and adds those that are gone.
func (m *merger) mergeLines(then *Scene, moved map[string]string) {
	ends := func(l *Line) [2]string { return [2]string{l.From.Key, l.To.Key} }
	lines := map[[2]string]*Line{}
	for _, l := range m.now.Lines {
		lines[ends(l)] = l
	}
	same := map[*Line]bool{}
	for _, old := range then.Lines {
		key := ends(old)
		key[0], key[1] = cmp.Or(moved[key[0]], key[0]), cmp.Or(moved[key[1]], key[1])
		if l := lines[key]; l != nil {
			same[l] = true
			continue
		}
		from, to := m.boxes[key[0]], m.boxes[key[1]]
		if from == nil || to == nil || from == to {
			continue
		}
		gone := &Line{From: from, To: to, Label: old.Label, Unsure: old.Unsure, State: Removed}
		m.now.Lines = append(m.now.Lines, gone)
		lines[key] = gone
		same[gone] = true
	}
	for _, l := range lines {
		if !same[l] {
			l.State = Added
		}
	}
}
