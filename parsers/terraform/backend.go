package terraform

import (
	"path"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2/hclsyntax"

	"github.com/archlint/archlint/parsers/disk"
	"github.com/archlint/archlint/parsers/fence"
)

// defaultWorkspace is the workspace that every backend has.
const defaultWorkspace = "default"

// A stored is where the configuration of a directory keeps its state.
type stored struct {
	dir string
	// within names what all workspaces other than the default one lie below; for the backends where that is no part of
	// the configuration it is "".
	within string
	// prefix is set where each workspace is one of the service whose name begins with it.
	prefix string
}

// A stateKey is the place of a state in its default workspace: a backend and what it takes to find a state there.
type stateKey struct {
	backend string
	parts   string // joined by line feeds
}

// A backendForm tells how a backend's arguments name a state. See "Backend Configuration" in Terraform's documentation,
// and there the page of each backend.
type backendForm struct {
	needs  []string          // arguments without which there is no state to find
	may    map[string]string // further ones that count, with what they are where they are not written
	within string            // the argument that names where other workspaces lie
	usual  string            // what that is where it is not written
}

var backendForms = map[string]backendForm{
	"s3":      {needs: []string{"bucket", "key"}, within: "workspace_key_prefix", usual: "env:"},
	"azurerm": {needs: []string{"storage_account_name", "container_name", "key"}},
	"gcs":     {needs: []string{"bucket"}, may: map[string]string{"prefix": ""}},
	"consul":  {needs: []string{"path"}, may: map[string]string{"address": ""}},
	"http":    {needs: []string{"address"}},
	"local":   {may: map[string]string{"path": "terraform.tfstate"}, within: "workspace_dir", usual: "terraform.tfstate.d"},
	"remote":  {needs: []string{"organization"}, may: map[string]string{"hostname": "app.terraform.io"}},
}

// An argument is one of a backend's, as far as it can be told.
type argument struct {
	text    string
	written bool
	known   bool // text is what it is, if defaults are what they are
	decided bool // no default has a say in it
}

// key gives the place of a state from the arguments of a backend; dir is the directory that paths are relative to.
// ok is false where an argument that counts is not known. byDefault tells that a default has a say in where a bucket or
// a service is; one that has a say in which of its states it is makes ok false.
func (f backendForm) key(backend, dir string, get func(name string) argument) (key stateKey, within string, byDefault, ok bool) {
	var parts []string
	take := func(name string, usual string, must bool) bool {
		a := get(name)
		switch {
		case !a.written && must || a.written && !a.known:
			return false
		case !a.written:
			a.text = usual
		case !a.decided && selects[name]:
			return false
		case !a.decided:
			byDefault = true
		}
		switch name {
		case "path":
			if backend == "local" && !path.IsAbs(a.text) {
				a.text = path.Join(dir, a.text)
			}
		case "prefix":
			a.text = strings.Trim(a.text, "/")
		}
		parts = append(parts, a.text)
		return true
	}
	for _, name := range f.needs {
		if !take(name, "", true) {
			return stateKey{}, "", false, false
		}
	}
	for _, name := range sortedKeys(f.may) {
		if !take(name, f.may[name], false) {
			return stateKey{}, "", false, false
		}
	}
	if f.within != "" {
		switch a := get(f.within); {
		case !a.written:
			within = f.usual
		case !a.known || !a.decided:
			within = "\n" // some other, which nothing is equal to
		default:
			within = a.text
		}
	}
	return stateKey{backend, strings.Join(parts, "\n")}, within, byDefault, true
}

// selects are the arguments that choose a state among those of one place: as always, a default does not choose.
var selects = map[string]bool{"key": true, "prefix": true, "path": true, "address": true, "name": true}

func sortedKeys[V any](m map[string]V) []string {
	out := make([]string, 0, len(m))
	for k := range m {
		out = append(out, k)
	}
	slices.Sort(out)
	return out
}

// states finds the directories of the scan by where they keep their state. It is made at the first ask, and reads of
// each directory no more than the files in which a backend was seen.
func (p *Project) states() map[stateKey][]stored {
	p.indexing.Do(func() {
		p.stored = map[stateKey][]stored{}
		roots := map[string]bool{}
		for _, r := range p.roots {
			roots[r.Dir] = true
		}
		names := sortedKeys(p.dirs)
		found := make([][]keptAt, len(names))
		each(len(names), func(i int) { found[i] = p.dirs[names[i]].keeps(names[i], roots[names[i]], p.options.Within) })
		for i, name := range names {
			for _, k := range found[i] {
				k.stored.dir = name
				p.stored[k.key] = append(p.stored[k.key], k.stored)
			}
		}
	})
	return p.stored
}

// A keptAt is one place of a state with what else is known of it.
type keptAt struct {
	key    stateKey
	stored stored
}

// keeps reads where the configuration of a directory keeps its state. Without a backend a root keeps it in a file
// beside it.
func (s *scanned) keeps(dir string, root bool, within *fence.Fence) []keptAt {
	if len(s.backends) == 0 {
		if !root {
			return nil
		}
		return placeOf("local", dir, func(string) argument { return argument{} })
	}
	var backend string
	var arguments map[string]hclsyntax.Expression
	files := withoutReplaced(slices.Clone(s.backends))
	slices.SortStableFunc(files, func(a, b string) int { // override files come last, and take the place of the others
		return overrides(a) - overrides(b)
	})
	for _, name := range files {
		src, err := readBounded(path.Join(dir, name), within, disk.MaxSource)
		if err != nil {
			continue
		}
		f := parseFile(path.Join(dir, name), src)
		if f.body == nil {
			continue
		}
		for _, b := range f.body.Blocks {
			if b.Type != "terraform" || f.damaged[b.Body] {
				continue
			}
			if kind, found := backendIn(b.Body); kind != "" {
				backend, arguments = kind, found
			}
		}
	}
	if backend == "" {
		return nil
	}
	return placeOf(backend, dir, func(name string) argument {
		e := arguments[name]
		if e == nil {
			return argument{}
		}
		text := constant(e)
		return argument{text: text, written: true, known: text != "", decided: true}
	})
}

func overrides(name string) int {
	if isOverride(name) {
		return 1
	}
	return 0
}

// placeOf is the place of a backend's state, if its arguments tell it.
func placeOf(backend, dir string, get func(string) argument) []keptAt {
	key, within, _, ok := backendForms[backend].key(backend, dir, get)
	if _, usual := backendForms[backend]; !ok || !usual {
		return nil
	}
	s := stored{within: within}
	if backend == "remote" {
		name, prefix := get("workspaces.name"), get("workspaces.prefix")
		switch {
		case name.known && !prefix.written:
			key.parts += "\n" + name.text
		case prefix.known && !name.written:
			s.prefix = prefix.text
		default:
			return nil
		}
	}
	return []keptAt{{key, s}}
}

// backendIn gives the backend that a terraform block configures, "" where there is none, and its arguments; those of a
// block within are named as in "workspaces.name". HCP Terraform's own block is the backend "remote".
func backendIn(body *hclsyntax.Body) (backend string, arguments map[string]hclsyntax.Expression) {
	for _, b := range body.Blocks {
		switch {
		case b.Type == "backend" && len(b.Labels) == 1:
			return b.Labels[0], argumentsOf(b.Body)
		case b.Type == "cloud":
			return "remote", argumentsOf(b.Body)
		}
	}
	if a := body.Attributes["backend"]; a != nil { // in JSON
		all := members(a.Expr)
		for _, name := range sortedKeys(all) {
			return name, flattened(all[name])
		}
	}
	if a := body.Attributes["cloud"]; a != nil {
		return "remote", flattened(a.Expr)
	}
	return "", nil
}

func argumentsOf(body *hclsyntax.Body) map[string]hclsyntax.Expression {
	out := map[string]hclsyntax.Expression{}
	for name, a := range body.Attributes {
		addArgument(out, name, a.Expr)
	}
	for _, b := range body.Blocks {
		for name, a := range b.Body.Attributes {
			out[b.Type+"."+name] = a.Expr
		}
	}
	return out
}

func flattened(e hclsyntax.Expression) map[string]hclsyntax.Expression {
	out := map[string]hclsyntax.Expression{}
	for name, x := range members(e) {
		addArgument(out, name, x)
	}
	return out
}

func addArgument(out map[string]hclsyntax.Expression, name string, e hclsyntax.Expression) {
	out[name] = e
	for inner, x := range members(e) {
		out[name+"."+inner] = x
	}
}

// members are the members of a literal object, or of the only object of a list.
func members(e hclsyntax.Expression) map[string]hclsyntax.Expression {
	if list, ok := e.(*hclsyntax.TupleConsExpr); ok && len(list.Exprs) == 1 {
		e = list.Exprs[0]
	}
	o, ok := e.(*hclsyntax.ObjectConsExpr)
	if !ok {
		return nil
	}
	out := map[string]hclsyntax.Expression{}
	for _, item := range o.Items {
		if name := literalKey(item.KeyExpr); name != "" {
			out[name] = item.ValueExpr
		}
	}
	return out
}
