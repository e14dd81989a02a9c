package graph

import (
	"iter"
	"slices"
	"strings"
)

// mentioners tells what mentions what, found out from declaration to declaration as it is asked for.
type mentioners struct {
	asked map[string][]*Declaration // by the addresses, without keys, of what they may mention; those that were not looked through yet
	of    map[string]*mentionList   // by the addresses that are mentioned, in the words of the mention
}

// A mentionList holds what mentions an address.
type mentionList struct {
	all    []mentioned
	sorted bool
}

// A mentioned is a mention with the resource that it stands in.
type mentioned struct {
	from    *Resource
	mention Mention
}

// add takes up the mentions of a resource.
func (all *mentioners) add(from *Resource) {
	for _, m := range from.Mentions() {
		list := all.of[m.Ref.Address]
		if list == nil {
			list = &mentionList{}
			all.of[m.Ref.Address] = list
		}
		list.all, list.sorted = append(list.all, mentioned{from, m}), false
	}
}

// under are the mentions of an address, by the addresses of the resources that they stand in.
func (all *mentioners) under(address string) []mentioned {
	list := all.of[address]
	if list == nil {
		return nil
	}
	if !list.sorted {
		slices.SortStableFunc(list.all, func(a, b mentioned) int { return compareAddresses(a.from, b.from) })
		list.sorted = true
	}
	return list.all
}

// Mentioning yields the other resources of which something mentions the given one, each with its mentions, by address. Of
// what nobody asked for yet it makes what may be among them.
func (g *Graph) Mentioning(r *Resource) iter.Seq2[*Resource, Mention] {
	all := g.mentioners()
	base, keyed := WithoutKey(r.Address)
	for _, d := range all.asked[base] {
		if d.looked {
			continue
		}
		d.looked = true
		for _, from := range g.Targets(Ref{Address: d.Address}) {
			all.add(from)
		}
	}
	delete(all.asked, base)
	lists := [][]mentioned{all.under(r.Address)}
	if keyed {
		lists = append(lists, all.under(base))
		if every := base + "[*]"; every != r.Address {
			lists = append(lists, all.under(every))
		}
	}
	return func(yield func(*Resource, Mention) bool) {
		rest := slices.Clone(lists)
		for {
			first := -1
			for i, list := range rest {
				if len(list) > 0 && (first < 0 || strings.Compare(list[0].from.Address, rest[first][0].from.Address) < 0) {
					first = i
				}
			}
			if first < 0 {
				return
			}
			m := rest[first][0]
			rest[first] = rest[first][1:]
			if m.from != r && !yield(m.from, m.mention) {
				return
			}
		}
	}
}

// mentioners reads what is written everywhere, once.
func (g *Graph) mentioners() *mentioners {
	type key struct{}
	return Fact(g, key{}, func() *mentioners {
		all := &mentioners{asked: map[string][]*Declaration{}, of: map[string]*mentionList{}}
		for i := range g.declarations {
			d := &g.declarations[i]
			told := map[string]bool{}
			for _, m := range d.mentioned() {
				if base, _ := WithoutKey(m.Ref.Address); !told[base] {
					told[base] = true
					all.asked[base] = append(all.asked[base], d)
				}
			}
		}
		for _, r := range g.given {
			all.add(r)
		}
		return all
	})
}
