// Package pairing finds out what has another name than before, by what it has in common with what had the old one.
package pairing

// Of gives the old names of those that have new ones, by these. gone and fresh are what has a name at one time alone, with
// its parts, each of which is named once. A pair is made of two that prefer each other to all others: that have more parts
// in common than either has with any other.
func Of[K comparable](gone, fresh map[string][]K) map[string]string {
	owners := map[K][]string{}
	for name, parts := range gone {
		for _, k := range parts {
			owners[k] = append(owners[k], name)
		}
	}
	common := map[string]map[string]int{} // by new name, by old one
	back := map[string]map[string]int{}
	for name, parts := range fresh {
		for _, k := range parts {
			for _, old := range owners[k] {
				count(common, name, old)
				count(back, old, name)
			}
		}
	}
	out := map[string]string{}
	for name, all := range common {
		old, ok := best(all)
		if !ok {
			continue
		}
		if there, ok := best(back[old]); ok && there == name {
			out[name] = old
		}
	}
	return out
}

func count(m map[string]map[string]int, a, b string) {
	if m[a] == nil {
		m[a] = map[string]int{}
	}
	m[a][b]++
}

// best is the name with the highest number, if it is the only one that has it.
func best(n map[string]int) (name string, only bool) {
	most := 0
	for k, v := range n {
		switch {
		case v > most:
			name, most, only = k, v, true
		case v == most:
			only = false
		}
	}
	return name, only
}
