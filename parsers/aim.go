package parsers

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/archlint/archlint/parsers/cloudformation"
	"github.com/archlint/archlint/parsers/disk"
	"github.com/archlint/archlint/parsers/fence"
	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/parsers/terraform"
	"github.com/archlint/archlint/parsers/terraform/plan"
)

// An aim is what the paths of a call mean. Directories and what lies in no repository are searched through; a file of a
// repository stands for the units that it has to do with, wherever in the repository they are. So the whole repository is
// looked at, and of its units the others are left out: what is found of a unit is the same as if all were linted.
type aim struct {
	search []string // what is searched through or read, as it is shown
	trees  []string // below which configurations may read files
	named  []string // directories and files of search that were named, rather than the repositories of others
	files  []aimed
	within *fence.Fence // what may be read of all that is met
}

// An aimed file is a file that stands for units.
type aimed struct {
	shown string // as the walk shows it
	abs   string // without symbolic links, as far as it exists
	gone  bool   // it was deleted
}

// takeAim settles what paths mean. The error is about a path that cannot be read.
func takeAim(paths []string, o Options) (*aim, error) {
	a := &aim{within: around(paths, o)}
	cwd, err := resolveExisting(".")
	if err != nil {
		return nil, fmt.Errorf("cannot tell the current directory: %w", err)
	}
	home := cwd // of files outside of repositories
	if !o.Changed {
		home = ""
	}
	if o.Root != "" {
		if home, err = resolveExisting(o.Root); err != nil {
			return nil, fmt.Errorf("cannot read %s: %w", o.Root, disk.Cause(err))
		}
	}
	for _, path := range paths {
		if path == Stdin || path == "" || o.Narrow {
			a.name(path)
			continue
		}
		at, err := os.Stat(path)
		gone := o.Changed && (errors.Is(err, fs.ErrNotExist) || notADirectory(err))
		if err == nil && !at.Mode().IsRegular() || err != nil && !gone {
			a.name(path) // what is wrong with it is told when it is visited
			continue
		}
		if err == nil && !ends(path, terraformEndings) && !ends(path, besideTerraform) && plan.Looks(path) {
			if !o.Changed {
				a.name(path)
			}
			continue
		}
		abs, err := resolveExisting(path)
		if err != nil {
			return nil, fmt.Errorf("cannot read %s: %w", path, disk.Cause(err))
		}
		root, ok := Repository(filepath.Dir(abs))
		if home != "" && (!ok || o.Root != "") {
			if _, in := disk.Below(home, abs); in {
				root, ok = home, true
			}
		}
		switch {
		case ok:
			a.take(path, abs, root, cwd, gone)
		case !gone:
			a.name(path)
		}
	}
	return a, nil
}

// notADirectory tells whether a path leads through a file, as that of a deleted file may.
func notADirectory(err error) bool {
	if err == nil {
		return false
	}
	for d := pathOf(err); ; d = filepath.Dir(d) {
		if at, err := os.Stat(d); err == nil {
			return !at.IsDir()
		}
		if d == filepath.Dir(d) {
			return false
		}
	}
}

// pathOf is the path that an error of the file system is about.
func pathOf(err error) string {
	var p *fs.PathError
	if errors.As(err, &p) {
		return p.Path
	}
	return "."
}

func (a *aim) name(path string) {
	a.search, a.trees, a.named = append(a.search, path), append(a.trees, path), append(a.named, path)
}

// take takes up a file of a repository, which is shown from the current directory, or as absolute as it was given.
func (a *aim) take(path, abs, root, cwd string, gone bool) {
	tree, err := filepath.Rel(cwd, root)
	if err != nil || filepath.IsAbs(path) {
		tree = root
	}
	rel, err := filepath.Rel(root, abs)
	if err != nil {
		return // it is below it
	}
	tree = filepath.ToSlash(tree)
	if !slices.Contains(a.trees, tree) {
		a.search, a.trees = append(a.search, tree), append(a.trees, tree)
	}
	a.files = append(a.files, aimed{shown: join(tree, filepath.ToSlash(rel)), abs: abs, gone: gone})
}

// survey visits all that is to be looked at.
func (a *aim) survey(o Options) (find, error) {
	w := newWalk(cloudformation.Looks, o.Exclude)
	w.within = a.within
	for _, path := range a.search {
		if err := w.named(path); err != nil {
			return find{}, err
		}
	}
	for i, f := range a.files { // what a search passes over is not passed over where it is named
		if !f.gone && !w.seen[f.abs] && !w.modules[dir(f.shown)] {
			f = f.respelled()
			a.files[i] = f
		}
		beside := ends(f.shown, besideTerraform)
		if f.gone || beside && !w.modules[dir(f.shown)] || o.Changed && (!beside && !interesting(f.shown) || w.exclude(f.abs, false)) {
			continue
		}
		if err := w.named(f.shown); err != nil {
			return find{}, err
		}
	}
	return w.found(), nil
}

// respelled is a file by the names that the directories above it have it by: a file system that does not tell capitals
// from small letters takes others for the same, and what it would be met by a second time is one thing.
func (f aimed) respelled() aimed {
	shown, abs := strings.Split(f.shown, "/"), strings.Split(filepath.ToSlash(f.abs), "/")
	for i := 1; i <= min(len(shown), len(abs)); i++ {
		step := shown[len(shown)-i]
		if step == ".." || step == "." || step == "" {
			break
		}
		parent := filepath.FromSlash(strings.Join(abs[:len(abs)-i], "/") + "/")
		entries, err := os.ReadDir(parent)
		if err != nil {
			break
		}
		names := make([]string, len(entries))
		for n, e := range entries {
			names[n] = e.Name()
		}
		name := spelledAs(step, names, func(name string) bool { return sameFile(filepath.Join(parent, name), filepath.Join(parent, step)) })
		shown[len(shown)-i], abs[len(abs)-i] = name, name
	}
	f.shown, f.abs = strings.Join(shown, "/"), filepath.FromSlash(strings.Join(abs, "/"))
	return f
}

// spelledAs is the one of some names that a name stands for: itself, or one in other capitals that is the same file.
func spelledAs(name string, names []string, same func(other string) bool) string {
	if slices.Contains(names, name) {
		return name
	}
	for _, other := range names {
		if strings.EqualFold(other, name) && same(other) {
			return other
		}
	}
	return name
}

// about keeps of the troubles that were met those about what was named, and tells which files stand for no unit.
func (a *aim) about(met []graph.Diagnostic, idle []string, o Options) (all []graph.Diagnostic) {
	files := map[string]bool{}
	for _, f := range a.files {
		files[f.shown] = true
	}
	for _, d := range met {
		if files[d.Range.File] && d.Severity > graph.Info ||
			slices.ContainsFunc(a.named, func(named string) bool { return within(d.Range.File, filepath.ToSlash(filepath.Clean(named))) }) {
			all = append(all, d)
		}
	}
	if o.Changed {
		return all
	}
	for _, file := range idle {
		all = append(all, graph.Diagnostic{Severity: graph.Info, Range: graph.Range{File: file},
			Message: "the file is neither Terraform nor a CloudFormation template, nothing in its repository was found to read it, and it was left out"})
	}
	return all
}

// A choice is which units of a scan are linted.
type choice struct {
	roots     map[string]bool // by directory
	templates map[string]bool // by file, where it is linted with all parameter files
	readings  map[string]bool // parameter files that are looked at with all templates that they fit
}

func (c *choice) root(r terraform.Root) bool { return c == nil || c.roots[r.Dir] }

func (c *choice) template(t cloudformation.Template) bool {
	return c == nil || c.templates[t.Path] || c.readings[t.Reading]
}

// A setting is what has been found of a tree, for those who ask which units a file belongs to.
type setting struct {
	found    find
	units    []member
	with     map[string][]member // the units that a directory or template is part of
	varFiles map[string]bool     // given for all roots, without symbolic links
	readings map[string]string   // parameter files as they are shown, by their paths without symbolic links
	values   map[string][]member // the units that a file of variables or parameters is named for, by its path without symbolic links
	runners  map[string][]member // the units that run an application, as far as they are known
}

// A member is a unit, with what it is made of.
type member struct {
	root    bool
	path    string
	dir     string
	reaches []string
}

func (c *choice) add(m member) {
	if m.root {
		c.roots[m.path] = true
	} else {
		c.templates[m.path] = true
	}
}

func (c *choice) has(m member) bool {
	return m.root && c.roots[m.path] || !m.root && c.templates[m.path]
}

func newSetting(found find, o Options, roots []terraform.Root, stacks *cloudformation.Project, templates []cloudformation.Template) *setting {
	s := &setting{found: found, with: map[string][]member{}, varFiles: map[string]bool{}, readings: map[string]string{}, values: map[string][]member{}, runners: map[string][]member{}}
	for _, r := range roots {
		s.units = append(s.units, member{root: true, path: r.Dir, dir: r.Dir, reaches: r.Reaches})
	}
	for i, t := range templates {
		if i == 0 || templates[i-1].Path != t.Path { // one for all its readings
			s.units = append(s.units, member{path: t.Path, dir: dir(t.Path), reaches: stacks.Reaches(t)})
		}
	}
	for _, m := range s.units {
		for _, part := range m.reaches {
			s.with[part] = append(s.with[part], m)
		}
	}
	for _, name := range o.VarFiles {
		if abs, err := resolve(name); err == nil {
			s.varFiles[abs] = true
		}
	}
	for _, name := range o.Parameters {
		if abs, err := resolve(name); err == nil {
			s.readings[abs] = filepath.ToSlash(filepath.Clean(name))
		}
	}
	for _, m := range s.units {
		of := o.ParametersOf
		if m.root {
			of = o.VarFilesOf
		}
		if of == nil {
			continue
		}
		for _, f := range of(m.path) {
			if abs, err := resolve(f.Path); err == nil {
				s.values[abs] = append(s.values[abs], m)
			}
		}
	}
	return s
}

// choose settles which units are linted; nil stands for all. The files that no unit has to do with are given, too.
func (a *aim) choose(found find, o Options, roots []terraform.Root, stacks *cloudformation.Project, templates []cloudformation.Template) (chosen *choice, idle []string) {
	if len(a.files) == 0 {
		return nil, nil
	}
	s := newSetting(found, o, roots, stacks, templates)
	c := &choice{roots: map[string]bool{}, templates: map[string]bool{}, readings: map[string]bool{}}
	var others []aimed
	for _, f := range a.files {
		if !s.direct(c, f) {
			others = append(others, f)
		}
	}
	for i, parts := range s.mentioning(others) {
		if len(parts) == 0 {
			idle = append(idle, others[i].shown)
		}
		for _, part := range parts {
			s.using(c, part)
		}
	}
	for _, named := range a.named {
		s.below(c, filepath.ToSlash(filepath.Clean(named)))
	}
	return c, idle
}

// direct chooses the units that a file belongs to by its name and place, and tells whether there are any.
func (s *setting) direct(c *choice, f aimed) bool {
	bundle, configures := bundleOf(f.shown)
	switch {
	case isSettings(f.shown):
		s.within(c, dir(f.shown))
		return true
	case s.given(c, f):
		return true
	case ends(f.shown, terraformEndings), ends(f.shown, besideTerraform):
		return s.using(c, dir(f.shown))
	case configures && s.running(c, bundle):
		return true
	}
	return s.using(c, f.shown)
}

// SettingsNames are the names of the files that settle how what lies beside and below them is judged; nothing is read of
// them here.
var SettingsNames = []string{".archlint.yaml", ".archlint.yml"}

// isSettings tells whether a file is one of those.
func isSettings(shown string) bool {
	return slices.Contains(SettingsNames, shown[strings.LastIndexByte(shown, '/')+1:])
}

// using chooses the units that a directory or template is part of, and tells whether there are any.
func (s *setting) using(c *choice, part string) bool {
	for _, m := range s.with[part] {
		c.add(m)
	}
	return len(s.with[part]) > 0
}

// within chooses the units that have a part in a directory.
func (s *setting) within(c *choice, directory string) {
	for _, m := range s.units {
		if slices.ContainsFunc(m.reaches, func(part string) bool { return within(part, directory) }) {
			c.add(m)
		}
	}
}

// below chooses what a named path means beside named files: the units in it, and where something in it belongs to none
// of these, the units that it belongs to.
func (s *setting) below(c *choice, named string) {
	reached := map[string]bool{}
	inTerraform := ends(named, terraformEndings) || ends(named, besideTerraform)
	for _, m := range s.units {
		if within(m.path, named) || m.root && inTerraform && m.dir == dir(named) {
			c.add(m)
		}
		if c.has(m) {
			for _, part := range m.reaches {
				reached[part] = true
			}
		}
	}
	for _, part := range slices.Concat(s.found.modules, s.found.templates) {
		if within(part, named) && !reached[part] {
			s.using(c, part)
		}
	}
}

// given chooses the units that a file of variables or parameters is given to by the options, or named for.
func (s *setting) given(c *choice, f aimed) bool {
	if reading := s.readings[f.abs]; reading != "" {
		c.readings[reading] = true
		return true
	}
	for _, m := range s.values[f.abs] {
		c.add(m)
	}
	if !s.varFiles[f.abs] {
		return len(s.values[f.abs]) > 0
	}
	for _, m := range s.units {
		if m.root {
			c.add(m)
		}
	}
	return true
}

// bundleOf is the directory of the application of Elastic Beanstalk that a file configures, if it does.
func bundleOf(shown string) (bundle string, ok bool) {
	steps := strings.Split(shown, "/")
	last := len(steps) - 1
	at := slices.IndexFunc(steps[:last], func(step string) bool { return step == extensions || step == platform })
	if at < 0 && steps[last] == schedule {
		at = last
	}
	switch {
	case at < 0:
		return "", false
	case at == 0:
		return ".", true
	}
	if bundle = strings.Join(steps[:at], "/"); bundle == "" {
		bundle = "/"
	}
	return bundle, true
}

// running chooses the units with something of Elastic Beanstalk that may run an application, which may be gone, and tells
// whether there are any.
func (s *setting) running(c *choice, bundle string) bool {
	runners, known := s.runners[bundle]
	if !known {
		runners = s.runnersOf(bundle)
		s.runners[bundle] = runners
	}
	for _, m := range runners {
		c.add(m)
	}
	return len(runners) > 0
}

func (s *setting) runnersOf(bundle string) (runners []member) {
	all := find{bundles: map[string]string{bundle: ""}}
	for other := range s.found.bundles {
		all.bundles[other] = ""
	}
	var may []member
	var parts []string
	for _, m := range s.units {
		if slices.ContainsFunc(all.bundlesOf(m.dir), func(b graph.Bundle) bool { return b.Dir == bundle }) {
			may = append(may, m)
			parts = append(parts, m.reaches...)
		}
	}
	slices.Sort(parts)
	with := s.containing(slices.Compact(parts), beanstalk)
	for _, m := range may {
		if slices.ContainsFunc(m.reaches, func(part string) bool { return with[part] }) {
			runners = append(runners, m)
		}
	}
	return runners
}
