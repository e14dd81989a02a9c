// Package summaries holds what archlint knows of published Terraform modules that are not on disk: for each a small
// configuration of our own which makes, from the module's documented inputs, the resources and outputs that architecture
// rules ask for. They are chosen by the source and version of a module call.
//
// A summary stands in <namespace>/<name>. Files in its directory belong to every version; directories named after major
// versions, v4 or v1-v3, add what belongs to those alone, and may overlap. Submodules are directories below modules, in
// all these places; files directly in modules belong to each of them.
// Two things are read differently from a module on disk: an attribute or block of a resource that a summary does not
// write is unknown, and an argument that it does not declare changes nothing that matters.
//
// The package knows files and versions; it does not parse them.
package summaries

import (
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

// versions are some majors of a published module, in the directory named after them.
type versions struct {
	dir      string // "v1-v3"
	from, to int
}

// index finds the directories of versions of the published modules, by namespace and name.
var index = sync.OnceValue(func() map[string][]versions {
	out := map[string][]versions{}
	namespaces, _ := fs.ReadDir(tree, ".")
	for _, ns := range namespaces {
		names, _ := fs.ReadDir(tree, ns.Name())
		for _, n := range names {
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

// parseVersions reads the name of a directory: v4, or v1-v3.
func parseVersions(dir string) (versions, bool) {
	first, last, ranged := strings.Cut(dir, "-")
	if !ranged {
		last = first
	}
	from, ok1 := parseMajor(first)
	to, ok2 := parseMajor(last)
	return versions{dir, from, to}, ok1 && ok2 && from <= to
}

func parseMajor(text string) (int, bool) {
	digits, ok := strings.CutPrefix(text, "v")
	n, err := strconv.Atoi(digits)
	return n, ok && err == nil && n >= 0
}

// majors are the major versions that there is a summary of, the newest first.
func majors(module string) (out []int) {
	for _, v := range index()[module] {
		for n := v.from; n <= v.to; n++ {
			out = append(out, n)
		}
	}
	slices.Sort(out)
	out = slices.Compact(out)
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
	same := map[string]bool{}
	for _, major := range majors(m.name) {
		if !admits(major) {
			continue
		}
		dir := path.Join(fmt.Sprintf("%s%s@%d", prefix, m.name, major), m.sub)
		made := strings.Join(places(dir), " ")
		if !same[made] && has(dir) {
			out = append(out, dir)
		}
		same[made] = true
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
	var out []File
	for _, from := range places(dir) {
		entries, _ := fs.ReadDir(tree, from)
		for _, e := range entries {
			name := path.Join(from, e.Name())
			if e.IsDir() || !strings.HasSuffix(name, ".tf") {
				continue
			}
			content, err := fs.ReadFile(tree, name)
			if err != nil {
				continue // an embedded file can always be read
			}
			out = append(out, File{Name: prefix + name, Content: content})
		}
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
	major, err := strconv.Atoi(number)
	if err != nil {
		return nil
	}
	above := []string{module}
	for _, v := range index()[module] {
		if v.from <= major && major <= v.to {
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
