package graph

import (
	"slices"
	"strings"
)

// A Member is one thing that a [Set] holds, or may hold.
type Member struct {
	// Key tells members of one class apart: "eu-west-1a", or the address of a resource.
	Key string
	// Class is the kind of knowledge behind Key. Two members of one class are equal if and only if their keys are;
	// members of different classes may be equal, nobody knows.
	Class string
	// Possible: the set may do without this member.
	Possible bool
	// When tells where a possible member is in the set, and that it is nowhere else; often it is not known.
	When Condition
}

// Literal is the class of members whose key is the very text that was written.
const Literal = ""

// Uncounted makes a member that is certain to be there while nothing tells it apart from others; source names
// where it was found, so that the same one met twice is one.
func Uncounted(source string) Member { return Member{Key: source, Class: "?" + source} }

// A Set is a set of which not everything may be known: some members are certain by name, some certain but perhaps
// equal to others, some only possible, and there may be more. The zero value is the empty set, closed.
type Set struct {
	Members []Member // in the order they were added, no two equal; to be replaced as a whole, never one by one
	Open    bool     // there may be others

	index *index // of the members, where they are many
}

// few is the number of members up to which looking at each is quicker than an index.
const few = 16

// index finds members by what tells them apart. Copies of a set share it until one of them grows: it serves the set
// whose members it was last brought up to, and any other makes its own.
type index struct {
	first *Member // the members that it is about
	count int
	at    map[identity]int
}

// identity is what tells members apart.
type identity struct{ key, class string }

// Add puts a member into the set. One that is certain replaces the same one that was only possible.
func (s *Set) Add(m Member) {
	if !m.Possible {
		m.When = Condition{}
	}
	if i := s.find(m); i >= 0 {
		o := &s.Members[i]
		if o.Possible = o.Possible && m.Possible; o.Possible {
			o.When = o.When.Or(m.When)
			o.Possible = o.When.Tri() != True
		}
		if !o.Possible {
			o.When = Condition{}
		}
		return
	}
	s.Members = append(s.Members, m)
	if s.index != nil {
		s.index.first, s.index.count = &s.Members[0], len(s.Members)
		s.index.at[identity{m.Key, m.Class}] = len(s.Members) - 1
	}
}

// find is where the same member is, or negative. Where there are many, the index is up to date afterwards.
func (s *Set) find(m Member) int {
	if len(s.Members) <= few {
		s.index = nil
		for i, o := range s.Members {
			if o.Key == m.Key && o.Class == m.Class {
				return i
			}
		}
		return -1
	}
	if x := s.index; x == nil || x.count != len(s.Members) || x.first != &s.Members[0] {
		s.index = &index{&s.Members[0], len(s.Members), make(map[identity]int, 2*len(s.Members))}
		for i, o := range s.Members {
			s.index.at[identity{o.Key, o.Class}] = i
		}
	}
	if i, ok := s.index.at[identity{m.Key, m.Class}]; ok {
		return i
	}
	return -1
}

// Union adds all that o holds, each as possible if possible is true.
func (s *Set) Union(o Set, possible bool) {
	when := Always
	if possible {
		when = Condition{}
	}
	s.UnionWhere(o, when)
}

// UnionWhere adds what o holds where a condition is met.
func (s *Set) UnionWhere(o Set, when Condition) {
	if when.Tri() == False {
		return
	}
	for _, m := range o.Members {
		if m.Possible {
			m.When = m.When.And(when)
		} else {
			m.When, m.Possible = when, when.Tri() != True
		}
		s.Add(m)
	}
	s.Open = s.Open || o.Open
}

// Given is what is left of the set for cases in which a condition is met: members that are there then for certain, and none
// that are there only elsewhere.
func (s Set) Given(c Condition) Set {
	out := Set{Open: s.Open}
	for _, m := range s.Members {
		if m.Possible {
			switch m.When = m.When.Given(c); m.When.Tri() {
			case False:
				continue
			case True:
				m.Possible, m.When = false, Condition{}
			}
		}
		out.Members = append(out.Members, m)
	}
	return out
}

// Bounds are the least and the greatest number of different members that the set may have; most is -1 where there is
// no bound. Members that are never there together count once among the most, and such that one of them always is, once
// among the least.
func (s Set) Bounds() (least, most int) {
	least, most = s.certain(), len(s.Members)
	if slices.ContainsFunc(s.Members, func(m Member) bool { return m.Possible && m.When.Known() }) {
		least, most = s.withAlternatives()
	}
	if s.Open {
		return least, -1
	}
	return least, most
}

// withAlternatives are the bounds of a closed set with members of which it is known when they are there.
func (s Set) withAlternatives() (least, most int) {
	classes := map[string]int{}
	var alternatives []alternative
	for _, m := range s.Members {
		if m.Possible {
			alternatives = takeAlternative(alternatives, m)
			continue
		}
		classes[m.Class]++
		least = max(least, classes[m.Class])
		most++
	}
	for _, a := range alternatives {
		most++
		switch {
		case a.when.Tri() != True:
		case a.mixed:
			least = max(least, 1)
		default:
			classes[a.class]++
			least = max(least, classes[a.class])
		}
	}
	return least, most
}

// alternative is possible members of which no two are there together.
type alternative struct {
	when  Condition // where one of them is
	class string
	mixed bool // they are of several classes
}

// mostAlternatives is how many groups of members that exclude each other are looked through for one more.
const mostAlternatives = 8

// takeAlternative puts a member with the first of those that it excludes, or by itself.
func takeAlternative(all []alternative, m Member) []alternative {
	for i := range all {
		if i == mostAlternatives {
			break
		}
		a := &all[i]
		if a.when.And(m.When).Tri() != False {
			continue
		}
		when := a.when.Or(m.When)
		if !when.Known() {
			continue
		}
		a.when, a.mixed = when, a.mixed || a.class != m.Class
		return all
	}
	return append(all, alternative{when: m.When, class: m.Class})
}

// certain is the number of certain members that are known to differ from each other: the most that one class has.
func (s Set) certain() int {
	most := 0
	if len(s.Members) <= few {
		for i, m := range s.Members {
			if m.Possible {
				continue
			}
			same := 0
			for _, o := range s.Members[:i+1] {
				if !o.Possible && o.Class == m.Class {
					same++
				}
			}
			most = max(most, same)
		}
		return most
	}
	classes := map[string]int{}
	for _, m := range s.Members {
		if !m.Possible {
			classes[m.Class]++
			most = max(most, classes[m.Class])
		}
	}
	return most
}

// AtLeast tells whether the set has n or more different members.
func (s Set) AtLeast(n int) Tri {
	least, most := s.Bounds()
	switch {
	case least >= n:
		return True
	case most >= 0 && most < n:
		return False
	}
	return Unknown
}

// Has tells whether the member is in the set.
func (s Set) Has(m Member) Tri {
	out := Known(false)
	if s.Open {
		out = Unknown
	}
	for _, o := range s.Members {
		switch {
		case o.Class == m.Class && o.Key == m.Key && !o.Possible:
			return True
		case o.Class == m.Class && o.Key != m.Key:
		default:
			out = Unknown
		}
	}
	return out
}

// String lists the members by their keys, sorted, as in "eu-west-1a and eu-west-1b"; the possible ones with a
// question mark, "…" for those out of sight, and "nothing" where there are none.
func (s Set) String() string {
	keys := make([]string, 0, len(s.Members)+1)
	for _, m := range s.Members {
		k := m.Key
		if m.Possible {
			k += "?"
		}
		keys = append(keys, k)
	}
	slices.Sort(keys)
	if s.Open {
		keys = append(keys, "…")
	}
	return Enumerate(keys, "nothing")
}

// Enumerate writes words as people do, "a, b and c"; of none it is the other word.
func Enumerate(words []string, none string) string {
	switch n := len(words); n {
	case 0:
		return none
	case 1:
		return words[0]
	default:
		return strings.Join(words[:n-1], ", ") + " and " + words[n-1]
	}
}

// EnumerateFew enumerates the first three of some words in their order, each once, and tells that there are others.
func EnumerateFew(words []string) string {
	const most = 3
	words = slices.Compact(slices.Sorted(slices.Values(words)))
	if len(words) > most {
		words = append(words[:most], "others")
	}
	return Enumerate(words, "nothing")
}
