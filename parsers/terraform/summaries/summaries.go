// Package summaries holds what archlint knows of published Terraform modules that are not on disk: for each a small
// configuration of our own which makes, from the module's documented inputs, the resources and outputs that architecture
// rules ask for. They are chosen by the source and version of a module call.
//
// A summary stands in <namespace>/<name>. Files in its directory belong to every version; directories named after major
// versions, v4 or v1-v3, add what belongs to those alone, and may overlap; where a minor version made a difference, they
// are named after it, too: v5-v8.2 and v8.3-v9. Submodules are directories below modules, in all these places; files
// directly in modules belong to each of them. Files directly in a namespace belong to all that stands below it and has
// none of the same name.
// Two things are read differently from a module on disk: an attribute or block of a resource that a summary does not
// write is unknown, and an argument that it does not declare changes nothing that matters. What the published module leaves
// out and a rule may ask for is written as null, or as a dynamic block over nothing. The lifecycle is read as it stands.
//
// The package knows files and versions; it does not parse them.
package summaries

import (
	"bytes"
	"cmp"
	"embed"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strconv"
	"strings"
	"sync"
)

//go:embed *
var tree embed.FS

// prefix begins the path of every directory of a summary. It cannot begin one on disk that is shown.
const prefix = "summary:"

// submodules is the directory of the submodules of a module.
const submodules = "modules"

// A release is a minor version: v5.2 is {5, 2}.
type release struct{ major, minor int }

func (r release) compare(other release) int {
	return cmp.Or(cmp.Compare(r.major, other.major), cmp.Compare(r.minor, other.minor))
}

// lastMinor is that of a major version whose last minor one is not named.
const lastMinor = 999

// next is the release that follows.
func (r release) next() release {
	if r.minor >= lastMinor {
		return release{r.major + 1, 0}
	}
	return release{r.major, r.minor + 1}
}

// versions are some releases of a published module, in the directory named after them.
type versions struct {
	dir      string // "v1-v3"
	from, to release
}

func (v versions) has(r release) bool { return v.from.compare(r) <= 0 && r.compare(v.to) <= 0 }

// index finds the directories of versions of the published modules, by namespace and name.
var index = sync.OnceValue(func() map[string][]versions {
	out := map[string][]versions{}
	namespaces, _ := fs.ReadDir(tree, ".")
	for _, ns := range namespaces {
		names, _ := fs.ReadDir(tree, ns.Name())
		for _, n := range names {
			if !n.IsDir() {
				continue
			}
			var all []versions
			dirs, _ := fs.ReadDir(tree, path.Join(ns.Name(), n.Name()))
			for _, d := range dirs {
				if v, ok := parseVersions(d.Name()); ok && d.IsDir() {
					all = append(all, v)
				}
			}
			out[ns.Name()+"/"+n.Name()] = all
		}
	}
	return out
})

// parseVersions reads the name of a directory: v4, v1-v3, or v5-v8.2 and v8.3-v9.
func parseVersions(dir string) (versions, bool) {
	first, last, ranged := strings.Cut(dir, "-")
	if !ranged {
		last = first
	}
	from, ok1 := parseRelease(first, 0)
	to, ok2 := parseRelease(last, lastMinor)
	return versions{dir, from, to}, ok1 && ok2 && from.compare(to) <= 0
}

// parseRelease reads v8.2, or v8 with the minor version that is meant.
func parseRelease(text string, minor int) (r release, ok bool) {
	digits, ok := strings.CutPrefix(text, "v")
	major, rest, exact := strings.Cut(digits, ".")
	r.minor = minor
	var err1, err2 error
	if r.major, err1 = strconv.Atoi(major); exact {
		r.minor, err2 = strconv.Atoi(rest)
	}
	return r, ok && err1 == nil && err2 == nil && r.major >= 0 && r.minor >= 0
}

// spans are the releases that there is a summary of, cut where it changes, the newest first.
func spans(all []versions) (out []versions) {
	var starts []release
	for _, v := range all {
		starts = append(starts, v.from, v.to.next())
	}
	slices.SortFunc(starts, release.compare)
	starts = slices.Compact(starts)
	for i, from := range starts[:max(len(starts)-1, 0)] {
		if slices.ContainsFunc(all, func(v versions) bool { return v.has(from) }) {
			to := release{starts[i+1].major, starts[i+1].minor - 1}
			if to.minor < 0 {
				to = release{to.major - 1, lastMinor}
			}
			out = append(out, versions{from: from, to: to})
		}
	}
	slices.Reverse(out)
	return out
}

// Find gives the directories of the summaries that a module call may mean, by its source and its version constraint, ""
// where none is written: more than one where the constraint admits several, the newest first. It is empty where there
// is no summary, and where a version is demanded that cannot be told, such as a branch.
func Find(source, version string) []string {
	m, ok := parseSource(source)
	if !ok {
		return nil
	}
	admits, ok := constrain(m.ref, version)
	if !ok {
		return nil
	}
	var out []string
	for _, v := range spans(index()[m.name]) {
		dir := path.Join(fmt.Sprintf("%s%s@%d.%d", prefix, m.name, v.from.major, v.from.minor), m.sub)
		if admits(v) && has(dir) {
			out = append(out, dir)
		}
	}
	return out
}

// Is tells whether a path is that of a directory of a summary, or of a file in one.
func Is(name string) bool { return strings.HasPrefix(name, prefix) }

// Module names the published module that a path of a summary belongs to, "terraform-aws-modules/vpc/aws".
func Module(name string) string {
	module, _, _ := strings.Cut(strings.TrimPrefix(name, prefix), "@")
	if strings.HasSuffix(module, "/label") {
		return module + "/null"
	}
	return module + "/aws"
}

// A File is a file of a summary.
type File struct {
	Name    string // its path, below the one of its directory's summary
	Content []byte
}

// Read gives the files of a directory of a summary, those that belong to every version first; none where there is no
// such directory.
func Read(dir string) []File {
	if !has(dir) {
		return nil
	}
	var out []File
	for _, from := range places(dir) {
		out = append(out, filesIn(from)...)
	}
	namespace, _, _ := strings.Cut(strings.TrimPrefix(dir, prefix), "/")
	for _, shared := range filesIn(namespace) {
		if !slices.ContainsFunc(out, func(f File) bool { return path.Base(f.Name) == path.Base(shared.Name) }) {
			out = append(out, shared)
		}
	}
	return out
}

// Names are those of the variables and the outputs that a module declares.
type Names struct{ Variables, Outputs map[string]bool }

// names are those that were asked for, by directory.
var names sync.Map

// NamesOf gives the names that a directory of a summary declares. They are read off the lines that begin with them, which is
// much less work than to parse what most calls do not mean: summaries are formatted.
func NamesOf(dir string) Names {
	if known, ok := names.Load(dir); ok {
		return known.(Names)
	}
	out := Names{map[string]bool{}, map[string]bool{}}
	for _, f := range Read(dir) {
		for line := range bytes.Lines(f.Content) {
			keyword, rest, _ := bytes.Cut(line, []byte(` "`))
			name, _, ok := bytes.Cut(rest, []byte(`" {`))
			switch {
			case !ok:
			case string(keyword) == "variable":
				out.Variables[string(name)] = true
			case string(keyword) == "output":
				out.Outputs[string(name)] = true
			}
		}
	}
	names.Store(dir, out)
	return out
}

// filesIn gives the configuration files that stand directly in an embedded directory.
func filesIn(dir string) (out []File) {
	entries, _ := fs.ReadDir(tree, dir)
	for _, e := range entries {
		name := path.Join(dir, e.Name())
		if e.IsDir() || !strings.HasSuffix(name, ".tf") {
			continue
		}
		content, err := fs.ReadFile(tree, name)
		if err != nil {
			continue // an embedded file can always be read
		}
		out = append(out, File{Name: prefix + name, Content: content})
	}
	return out
}

// has tells whether there is such a directory of a summary.
func has(dir string) bool {
	return slices.ContainsFunc(places(dir), func(from string) bool {
		if path.Base(from) == submodules {
			return false
		}
		entries, _ := fs.ReadDir(tree, from)
		return slices.ContainsFunc(entries, func(e fs.DirEntry) bool { return strings.HasSuffix(e.Name(), ".tf") })
	})
}

// places are the embedded directories that a directory of a summary is made of.
func places(dir string) []string {
	module, rest, _ := strings.Cut(strings.TrimPrefix(dir, prefix), "@")
	number, sub, _ := strings.Cut(rest, "/")
	r, ok := parseRelease("v"+number, 0)
	if !ok {
		return nil
	}
	above := []string{module}
	for _, v := range index()[module] {
		if v.has(r) {
			above = append(above, path.Join(module, v.dir))
		}
	}
	var out []string
	for _, dir := range above {
		if path.Dir(sub) == submodules {
			out = append(out, path.Join(dir, submodules))
		}
		out = append(out, path.Join(dir, sub))
	}
	return out
}
