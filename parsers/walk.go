package parsers

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"

	"github.com/archlint/archlint/parsers/disk"
	"github.com/archlint/archlint/parsers/fence"
	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/parsers/terraform/plan"
)

// Stdin is the path that stands for standard input.
const Stdin = "-"

// skipped are directories of caches, dependencies and build products; nobody maintains what is in them by hand.
var skipped = map[string]bool{
	".git": true, ".hg": true, ".svn": true,
	".terraform": true, ".terragrunt-cache": true, ".external_modules": true,
	"node_modules": true, "bower_components": true,
	".aws-sam": true, ".serverless": true, ".webpack": true, ".taskcat": true,
	".venv": true, ".tox": true, ".nox": true, "__pycache__": true, "site-packages": true,
	".gradle": true, ".direnv": true, ".cache": true,
}

// templateEndings are the endings of files that may hold a CloudFormation template.
var templateEndings = []string{".yaml", ".yml", ".json", ".template", ".cfn", ".cform"}

// yamlEndings are the endings of those of them that are written in YAML as a rule.
var yamlEndings = []string{".yaml", ".yml", ".template", ".cfn", ".cform"}

// terraformEndings are the endings of files that make a directory a Terraform module.
var terraformEndings = []string{".tf", ".tf.json", ".tofu", ".tofu.json"}

// besideTerraform are the endings of files that belong to the module in whose directory they stand, but make none.
var besideTerraform = []string{".tfvars", ".tfvars.json", ".terraform.lock.hcl"}

// A candidate is a file that may be a template.
type candidate struct {
	path  string // as it is shown
	named bool   // by the user, not met on the way
}

// A walk collects what stands below the paths that a user named.
type walk struct {
	within  *fence.Fence                           // what may be read of what is met
	looks   func(name string, content []byte) bool // whether the content is a template
	exclude func(abs string, dir bool) bool        // what is passed over

	seen        map[string]bool // absolute paths of directories and files that were visited
	modules     map[string]bool // shown paths of directories with Terraform files
	candidates  []candidate
	excluded    int               // how many files and directories were passed over
	plans       []string          // that the user named
	bundles     map[string]string // directories of applications, absolute by shown
	diagnostics []graph.Diagnostic
}

// A find is what a walk found; paths are as they are to be shown, sorted.
type find struct {
	modules     []string          // directories with Terraform files
	templates   []string          // files that look like templates
	plans       []string          // files that are named and meant as plans
	bundles     map[string]string // directories of applications, absolute by shown
	within      *fence.Fence      // what may be read of those
	diagnostics []graph.Diagnostic
}

// newWalk makes a walk that has not visited anything. exclude may be nil.
func newWalk(looks func(string, []byte) bool, exclude func(abs string, dir bool) bool) *walk {
	if exclude == nil {
		exclude = func(string, bool) bool { return false }
	}
	return &walk{looks: looks, exclude: exclude, seen: map[string]bool{}, modules: map[string]bool{}, bundles: map[string]string{}}
}

// found reads what may be a template, and gives all that was met.
func (w *walk) found() find {
	out := w.sniff()
	for dir := range w.modules {
		out.modules = append(out.modules, dir)
	}
	slices.Sort(out.modules)
	slices.Sort(out.templates)
	out.plans = slices.Sorted(slices.Values(w.plans))
	out.bundles, out.within = w.bundles, w.within
	out.diagnostics = append(out.diagnostics, w.diagnostics...)
	slices.SortStableFunc(out.diagnostics, graph.Diagnostic.Compare)
	return out
}

// named visits a path that the user gave: nothing keeps it from being read but that it cannot be.
func (w *walk) named(path string) error {
	if path == Stdin {
		w.candidates = append(w.candidates, candidate{path: Stdin, named: true})
		return nil
	}
	if path == "" {
		return errors.New("an empty path was given; \".\" is the current directory")
	}
	at, err := os.Stat(path)
	if err != nil {
		return fmt.Errorf("cannot read %s: %w", path, disk.Cause(err))
	}
	shown := filepath.ToSlash(filepath.Clean(path))
	abs, err := resolve(path)
	if err != nil {
		return fmt.Errorf("cannot read %s: %w", path, disk.Cause(err))
	}
	met, excluded := w.met(), w.excluded
	defer func() {
		if w.excluded > excluded && w.met() == met {
			w.trouble(graph.Warning, shown, "the configuration excludes what there is to lint, and it was left out; archlint config shows where that is written, --no-config lints it")
		}
	}()
	if w.excludes(abs, at.IsDir()) {
		return nil
	}
	switch {
	case at.IsDir():
		if _, err := os.ReadDir(path); err != nil {
			return fmt.Errorf("cannot read the directory %s: %w", path, disk.Cause(err))
		}
		ig := above(abs)
		if ig.match(abs, true) {
			ig = nil // the user wants it although the repository does not
		}
		w.directory(shown, abs, ig)
	case at.Mode().IsRegular():
		f, err := os.Open(path)
		if err != nil {
			return fmt.Errorf("cannot read %s: %w", path, disk.Cause(err))
		}
		if err := f.Close(); err != nil {
			return fmt.Errorf("cannot read %s: %w", path, disk.Cause(err))
		}
		if !ends(shown, terraformEndings) && !ends(shown, besideTerraform) && plan.Looks(shown) {
			if !w.seen[abs] {
				w.seen[abs] = true
				w.plans = append(w.plans, shown)
			}
			return nil
		}
		w.beside(shown, abs)
		w.file(shown, abs, at.Size(), true)
	default:
		return fmt.Errorf("%s is neither a file nor a directory; a template can be given on standard input, with the path -", path)
	}
	return nil
}

// directory visits a directory and all below it. Symbolic links to directories are not followed.
func (w *walk) directory(shown, abs string, ig ignores) {
	if w.seen[abs] {
		return
	}
	w.seen[abs] = true
	entries, err := os.ReadDir(abs)
	if err != nil {
		w.trouble(graph.Error, shown, "the directory could not be read and was left out: %v", disk.Cause(err))
		if len(entries) == 0 {
			return
		}
	}
	if slices.ContainsFunc(entries, func(e fs.DirEntry) bool { return e.Name() == ignoreFile }) {
		ig = ig.with(abs)
	}
	for _, e := range entries {
		name := e.Name()
		at, below := join(shown, name), filepath.Join(abs, name)
		if e.IsDir() == (name == extensions) && (name == extensions || name == schedule) && !ig.match(below, e.IsDir()) {
			w.bundles[shown] = abs
		}
		if e.IsDir() {
			if !skipped[name] && !assets(shown, name) && !vendored(below, name) && !ig.match(below, true) && !w.excludes(below, true) {
				w.directory(at, below, ig)
			}
			continue
		}
		if !interesting(name) || assets(shown, name) || ig.match(below, false) || w.excludes(below, false) {
			continue
		}
		// Stat, not Info: a module's file may well be a link.
		info, err := os.Stat(below)
		if err != nil {
			w.trouble(graph.Error, at, "the file could not be read and was left out: %v", disk.Cause(err))
			continue
		}
		if !info.Mode().IsRegular() {
			continue
		}
		if e.Type()&fs.ModeSymlink != 0 && !ends(name, terraformEndings) {
			if below, err = resolve(below); err != nil {
				continue // it went away just now
			}
		}
		w.file(at, below, info.Size(), false)
	}
}

// excludes tells whether the configuration excludes a file or directory.
func (w *walk) excludes(abs string, dir bool) bool {
	out := w.exclude(abs, dir)
	if out {
		w.excluded++
	}
	return out
}

// met is how much there is to lint so far.
func (w *walk) met() int { return len(w.modules) + len(w.candidates) + len(w.plans) }

// file notes a regular file that was met or named.
func (w *walk) file(shown, abs string, size int64, named bool) {
	terraform := ends(shown, terraformEndings)
	if size > disk.MaxSource {
		grave := graph.Info // most are data, no templates
		if terraform || named {
			grave = graph.Error
		}
		w.trouble(grave, shown, "the file has %d MiB and was left out: files of more than %d MiB are not read", size>>20, disk.MaxSource>>20)
		if !terraform {
			return
		}
	}
	if terraform || named && ends(shown, besideTerraform) {
		w.modules[dir(shown)] = true
		return
	}
	if w.seen[abs] {
		return
	}
	w.seen[abs] = true
	w.candidates = append(w.candidates, candidate{path: shown, named: named})
}

// sniff reads the candidates, several at a time, and keeps those that look like templates.
func (w *walk) sniff() find {
	type verdict struct {
		template bool
		err      error
	}
	verdicts := make([]verdict, len(w.candidates))
	next := make(chan int)
	var workers sync.WaitGroup
	for range min(2*runtime.GOMAXPROCS(0), len(w.candidates)) {
		workers.Go(func() {
			for i := range next {
				c := w.candidates[i]
				if c.path == Stdin {
					verdicts[i].template = true
					continue
				}
				content, err := w.within.Read(c.path, disk.MaxSource)
				verdicts[i] = verdict{template: err == nil && w.looks(c.path, content), err: err}
			}
		})
	}
	for i := range w.candidates {
		next <- i
	}
	close(next)
	workers.Wait()
	var out find
	for i, v := range verdicts {
		c := w.candidates[i]
		switch {
		case errors.Is(v.err, fence.ErrOutside) && !c.named:
			w.trouble(graph.Info, c.path, "the file was left out: %v", v.err) // most are data, no templates
		case v.err != nil:
			w.trouble(graph.Error, c.path, "the file could not be read and was left out: %v", v.err)
		case v.template:
			out.templates = append(out.templates, c.path)
		case c.named:
			w.trouble(graph.Info, c.path, "the file is neither Terraform nor a CloudFormation template and was left out")
		}
	}
	return out
}

// trouble notes a diagnostic about a file or directory as a whole.
func (w *walk) trouble(s graph.Severity, file, format string, args ...any) {
	w.diagnostics = append(w.diagnostics, graph.Diagnostic{Severity: s, Range: graph.Range{File: file}, Message: fmt.Sprintf(format, args...)})
}

// Skipped tells by its name whether a directory holds caches, dependencies or build products, and is never searched.
func Skipped(name string) bool { return skipped[name] }

// interesting tells by its name alone whether a file may matter.
func interesting(name string) bool {
	return ends(name, terraformEndings) || ends(name, templateEndings)
}

// OfTerraform tells by its name alone whether a file makes its directory a Terraform module.
func OfTerraform(name string) bool { return ends(name, terraformEndings) }

func ends(name string, endings []string) bool {
	name = strings.ToLower(name)
	return slices.ContainsFunc(endings, func(e string) bool { return strings.HasSuffix(name, e) })
}

// assets tells whether an entry of a directory is an asset of a CDK application: bundled code, staged by content hash
// beside the templates.
func assets(shown, name string) bool {
	parent := shown[strings.LastIndexByte(shown, '/')+1:]
	return (parent == "cdk.out" || strings.HasPrefix(parent, "assembly-")) && strings.HasPrefix(name, "asset.")
}

// vendored tells whether a directory named vendor is a language's copy of its dependencies.
func vendored(abs, name string) bool {
	if name != "vendor" {
		return false
	}
	for _, mark := range []string{"modules.txt", "autoload.php", "bundle"} { // Go, PHP, Ruby
		if _, err := os.Lstat(filepath.Join(abs, mark)); err == nil {
			return true
		}
	}
	return false
}

// resolve is the absolute path without symbolic links.
func resolve(path string) (string, error) {
	abs, err := filepath.Abs(path)
	if err != nil {
		return "", err
	}
	return filepath.EvalSymlinks(abs)
}

// join adds a name to a shown path.
func join(shown, name string) string {
	switch {
	case shown == ".":
		return name
	case strings.HasSuffix(shown, "/"):
		return shown + name
	}
	return shown + "/" + name
}

// dir is the directory of a shown path.
func dir(shown string) string { return filepath.ToSlash(filepath.Dir(filepath.FromSlash(shown))) }
