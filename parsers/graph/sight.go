package graph

import (
	"slices"

	"github.com/zclconf/go-cty/cty"
)

// Hides tells whether something out of sight may stand in a relation to the resource: Unknown where a file was not
// read or an unread module is handed the resource, and for what another unit declares, else False. It is never True.
func (g *Graph) Hides(r *Resource) Tri {
	if r.Owner != "" {
		g.Doubt(Doubt{Resource: r, Message: r.Address + " is declared in another unit, and others may add to it"})
		return Unknown
	}
	if g.unread(r) {
		return Unknown
	}
	handed := g.leadsTo(r) && g.isHanded(r)
	if g.unread(r) { // evaluating may come upon something
		return Unknown
	}
	if handed {
		g.Doubt(Doubt{Resource: r, Message: r.Address + " is handed to a module that could not be read"})
		return Unknown
	}
	return False
}

// unread tells whether a file was not read: anything may stand there.
func (g *Graph) unread(r *Resource) bool {
	for _, gap := range g.Gaps {
		if gap.Module == nil {
			g.Doubt(Doubt{Resource: r, Message: "a file could not be read: " + gap.Message})
			return true
		}
	}
	return false
}

// isHanded tells whether an unread module is handed the resource. It evaluates what these modules are handed one by one,
// those that mention the resource first, until it is found.
func (g *Graph) isHanded(r *Resource) bool {
	if g.handed == nil {
		g.handed, g.unasked, g.mentioning = map[string]bool{}, map[*Resource]bool{}, map[string][]*Resource{}
		for _, gap := range g.Gaps {
			if gap.Module == nil {
				continue
			}
			g.unasked[gap.Module] = true
			for _, m := range gap.Module.Mentions() {
				g.mentioning[m.Ref.Address] = append(g.mentioning[m.Ref.Address], gap.Module)
			}
		}
	}
	base, _ := WithoutKey(r.Address)
	for _, address := range []string{r.Address, base} {
		for all := g.mentioning[address]; len(all) > 0 && !g.handed[r.Address]; all = g.mentioning[address] {
			g.mentioning[address] = all[1:]
			g.ask(all[0])
		}
	}
	for _, gap := range g.Gaps {
		if len(g.unasked) == 0 || g.handed[r.Address] {
			break
		}
		if gap.Module != nil {
			g.ask(gap.Module)
		}
	}
	return g.handed[r.Address]
}

// ask takes up what an unread module is handed, once.
func (g *Graph) ask(module *Resource) {
	if !g.unasked[module] {
		return
	}
	delete(g.unasked, module)
	for _, name := range module.Source.Attributes() {
		for _, ref := range Refs(module.Attribute(name)) {
			for _, t := range g.Targets(ref) {
				g.handed[t.Address] = true
			}
		}
	}
}

// leadsTo tells whether unread modules may be handed the resource, by what their syntax leads to: mostly they are not, and
// nothing need be evaluated to know.
func (g *Graph) leadsTo(r *Resource) bool {
	if g.Beside == nil {
		return true
	}
	if g.reached == nil {
		g.reached = map[string]bool{}
		if !g.follow() {
			g.Beside = nil
			return true
		}
	}
	base, _ := WithoutKey(r.Address)
	return g.reached[base]
}

// follow reaches what the mentions of unread modules lead to in turn, and tells whether that is all that their values may
// refer to.
func (g *Graph) follow() bool {
	refs, all := g.Beside()
	if !all {
		return false
	}
	var queue []string
	to := func(address string) {
		if base, _ := WithoutKey(address); !g.reached[base] {
			g.reached[base] = true
			queue = append(queue, base)
		}
	}
	for _, gap := range g.Gaps {
		if gap.Module != nil {
			to(gap.Module.Address)
		}
	}
	for _, ref := range refs {
		to(ref.Address)
	}
	for len(queue) > 0 {
		base := queue[len(queue)-1]
		queue = queue[:len(queue)-1]
		if d := g.declared[base]; d != nil {
			if d.Mode == Imported {
				return false
			}
			for _, m := range d.mentioned() {
				to(m.Ref.Address)
			}
			continue
		}
		for _, r := range g.Targets(Ref{Address: base}) {
			if r.Owner != "" {
				return false
			}
			for _, m := range r.Mentions() {
				to(m.Ref.Address)
			}
		}
	}
	return true
}

// Offered tells whether whoever uses the unit is handed the resource and may add to it: Unknown where that is so, else
// False. It is never True. It evaluates outputs, which nothing else may ask for: ask it last.
func (g *Graph) Offered(r *Resource) Tri {
	if g.offered == nil {
		g.offered = g.referredTo(g.Offers)
	}
	if len(g.offered[r.Address]) == 0 {
		return False
	}
	g.Doubt(Doubt{Resource: r, Message: r.Address + " is an output, and who uses it may add to it"})
	return Unknown
}

// PutOut tells whether an output of the unit names the resource, so that others may find it there and use it: Unknown where
// that is so, else False. It is never True. It evaluates outputs, which nothing else may ask for: ask it last.
func (g *Graph) PutOut(r *Resource) Tri { return g.PutOutAs(r) }

// PutOutAs is PutOut for outputs that name one of the given attributes of the resource, or any if none is given; "" stands
// for the resource as a whole.
func (g *Graph) PutOutAs(r *Resource, attributes ...string) Tri {
	if g.putOut == nil {
		g.putOut = g.referredTo(g.Outputs)
	}
	named := slices.ContainsFunc(g.putOut[r.Address], func(a string) bool { return len(attributes) == 0 || slices.Contains(attributes, a) })
	if !named {
		return False
	}
	g.Doubt(Doubt{Resource: r, Message: r.Address + " is an output, and others may use it"})
	return Unknown
}

// referredTo are the addresses of the resources that values refer to, and the attributes by which they do.
func (g *Graph) referredTo(values func() []cty.Value) map[string][]string {
	out := map[string][]string{}
	if values == nil {
		return out
	}
	for _, v := range values() {
		for _, ref := range Refs(v) {
			for _, t := range g.Targets(ref) {
				if !slices.Contains(out[t.Address], ref.Attribute) {
					out[t.Address] = append(out[t.Address], ref.Attribute)
				}
			}
		}
	}
	return out
}
