package summaries

import (
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"
)

// A Published is a published module that there is a summary of.
type Published struct {
	Source     string   // as a module call writes it, "terraform-aws-modules/vpc/aws"
	Versions   []string // ranges of releases, the oldest first: "2–6" for all of these majors, "0.20–0.43" for some minor ones, "0.20–0.x" for all from one on
	Submodules []string // those that can be called by themselves, sorted, below modules/
}

// All lists the published modules that there is a summary of, by source.
func All() []Published {
	var out []Published
	for _, name := range slices.Sorted(maps.Keys(index())) {
		known := index()[name]
		if len(known) == 0 {
			continue
		}
		p := Published{Source: Module(prefix + name + "@"), Submodules: submodulesOf(name, known)}
		for _, v := range joined(spans(known)) {
			p.Versions = append(p.Versions, v.words())
		}
		out = append(out, p)
	}
	return out
}

// joined makes of spans that follow each other one, the oldest first.
func joined(all []versions) (out []versions) {
	for _, v := range slices.Backward(all) {
		if n := len(out); n > 0 && out[n-1].to.next() == v.from {
			out[n-1].to = v.to
			continue
		}
		out = append(out, v)
	}
	return out
}

// words are a range for people.
func (v versions) words() string {
	from, to := fmt.Sprint(v.from.major), fmt.Sprint(v.to.major)
	if v.from.minor > 0 {
		from += fmt.Sprintf(".%d", v.from.minor)
	}
	switch {
	case v.to.minor == lastMinor && v.from.minor > 0 && v.from.major == v.to.major:
		to += ".x"
	case v.to.minor < lastMinor:
		to += fmt.Sprintf(".%d", v.to.minor)
	}
	if from == to {
		return from
	}
	return from + "–" + to
}

func submodulesOf(name string, known []versions) []string {
	found := map[string]bool{}
	for _, above := range append([]string{""}, dirs(known)...) {
		entries, _ := fs.ReadDir(tree, path.Join(name, above, submodules))
		for _, e := range entries {
			if e.IsDir() && !strings.HasPrefix(e.Name(), "_") {
				found[e.Name()] = true
			}
		}
	}
	return slices.Sorted(maps.Keys(found))
}

func dirs(known []versions) (out []string) {
	for _, v := range known {
		out = append(out, v.dir)
	}
	return out
}
