package parsers

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/parsers/terraform"
	"github.com/archlint/archlint/parsers/terraform/plan"
)

// plansOf reads the plans that the options name and finds the root that each belongs to: the one that is named before
// it, else the only one there is. Where there is none and o.PlansAlone, the plan is to be linted for itself.
func plansOf(o Options, roots []terraform.Root) (over map[string]*plan.Plan, alone []*plan.Plan, err error) {
	over = map[string]*plan.Plan{}
	for _, given := range o.Plans {
		dir, name := dirAndPlan(given)
		root, err := rootOf(dir, name, roots)
		if errors.Is(err, errNoRoot) && o.PlansAlone {
			root, err = "", nil
		}
		if err != nil {
			return nil, nil, fmt.Errorf("--plan %s: %w", given, err)
		}
		if root != "" && over[root] != nil {
			return nil, nil, fmt.Errorf("--plan %s: %s has a plan already, %s", given, root, over[root].Name)
		}
		p, err := plan.Read(filepath.ToSlash(filepath.Clean(name)))
		switch {
		case err != nil:
			return nil, nil, fmt.Errorf("--plan %s: %w", given, err)
		case root == "":
			alone = append(alone, p)
		default:
			over[root] = p
		}
	}
	return over, alone, nil
}

// dirAndPlan takes DIR=plan.json apart; dir is "" where only a file is given, even one with "=" in its name.
func dirAndPlan(given string) (dir, name string) {
	dir, name, ok := strings.Cut(given, "=")
	if at, err := os.Stat(given); !ok || dir == "" || err == nil && at.Mode().IsRegular() {
		return "", given
	}
	return dir, name
}

var errNoRoot = errors.New("there is no Terraform root here that it could belong to; give the path of its configuration, or lint the plan alone by giving it as a path, without --plan")

// rootOf finds the root that a plan belongs to.
func rootOf(dir, name string, roots []terraform.Root) (string, error) {
	const most = 5 // that are named
	var names []string
	for _, r := range roots {
		names = append(names, r.Dir)
	}
	slices.Sort(names)
	listed := names
	if len(listed) > most {
		listed = append(slices.Clone(listed[:most]), "…")
	}
	switch {
	case dir != "":
		for _, r := range names {
			if sameFile(dir, r) {
				return r, nil
			}
		}
		return "", fmt.Errorf("%s is none of the Terraform roots that were found (%s)", dir, graph.Enumerate(listed, "none"))
	case len(names) == 1:
		return names[0], nil
	case len(names) == 0:
		return "", errNoRoot
	}
	return "", fmt.Errorf("%d Terraform roots were found (%s); say which one the plan is of, as in --plan %s=%s", len(names), graph.Enumerate(listed, ""), names[0], name)
}

// sameFile tells whether two paths lead to the same file or directory.
func sameFile(a, b string) bool {
	x, err := os.Stat(filepath.FromSlash(a))
	if err != nil {
		return false
	}
	y, err := os.Stat(filepath.FromSlash(b))
	return err == nil && os.SameFile(x, y)
}

// planAlone is the unit of a plan that is linted for itself; it is read when it is loaded.
func planAlone(name string) *Unit {
	var size int64
	if at, err := os.Stat(filepath.FromSlash(name)); err == nil {
		size = at.Size()
	}
	return &Unit{Path: name, Language: graph.Terraform, Size: size, load: func() *graph.Graph {
		p, err := plan.Read(name)
		if err == nil {
			return p.Graph()
		}
		at := graph.Range{File: name}
		message := "the plan was left out: " + err.Error()
		g := graph.New(name, graph.Terraform, nil, []graph.Gap{{Range: at, Message: message}})
		g.Diagnose(graph.Diagnostic{Severity: graph.Error, Range: at, Message: message})
		return g
	}}
}
