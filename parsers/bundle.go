package parsers

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/archlint/archlint/parsers/disk"
	"github.com/archlint/archlint/parsers/fence"
	"github.com/archlint/archlint/parsers/graph"
)

// An application of Elastic Beanstalk has its configuration files in a directory of this name, with this ending, and the
// periodic tasks of a worker in a file (Elastic Beanstalk Developer Guide, "Advanced environment customization with
// configuration files", "Elastic Beanstalk worker environments"). What lies in .platform sets no option.
const (
	extensions       = ".ebextensions"
	extensionsEnding = ".config"
	schedule         = "cron.yaml"
	platform         = ".platform"
)

// maxBundleFiles is how many configuration files of an application are read, and maxBundleFile how many bytes of one.
const (
	maxBundleFiles = 200
	maxBundleFile  = 1 << 20
)

// beside notes the application in whose directory a named file stands.
func (w *walk) beside(shown, abs string) {
	if at, err := os.Stat(filepath.Join(filepath.Dir(abs), extensions)); err == nil && at.IsDir() {
		w.bundles[dir(shown)] = filepath.Dir(abs)
	}
}

// withBundles adds to the graph of a unit the applications that it may run.
func (f find) withBundles(unit string, load func() *graph.Graph) func() *graph.Graph {
	return func() *graph.Graph {
		g := load()
		if len(f.bundles) > 0 {
			g.Bundles = f.bundlesOf(unit)
		}
		return g
	}
}

// bundlesOf are the applications that a unit in a directory may run: those in the directory, above and below it; where
// there is none, those that lie beside a directory in which the unit is.
func (f find) bundlesOf(unit string) []graph.Bundle {
	var about, beside []graph.Bundle
	for shown, abs := range f.bundles {
		b := graph.Bundle{Dir: shown, Read: func() ([]graph.BundleFile, error) { return readBundle(shown, abs, f.within) }}
		switch {
		case within(unit, shown) || within(shown, unit):
			about = append(about, b)
		case within(unit, dir(shown)):
			beside = append(beside, b)
		}
	}
	if len(about) == 0 {
		about = beside
	}
	slices.SortFunc(about, func(a, b graph.Bundle) int { return strings.Compare(a.Dir, b.Dir) })
	return about
}

// within tells whether a shown path is a directory or lies in it.
func within(path, directory string) bool {
	if directory == "." {
		return !rooted(path) && path != ".." && !strings.HasPrefix(path, "../")
	}
	return path == directory || strings.HasPrefix(path, strings.TrimSuffix(directory, "/")+"/")
}

// rooted tells whether a shown path begins at the root of a file system, or of a drive of Windows.
func rooted(path string) bool {
	return strings.HasPrefix(path, "/") || len(path) > 2 && path[1] == ':' && path[2] == '/'
}

func readBundle(shown, abs string, inside *fence.Fence) (out []graph.BundleFile, err error) {
	if _, err := os.Stat(filepath.Join(abs, schedule)); err == nil {
		out = append(out, graph.BundleFile{Path: join(shown, schedule)})
	}
	if !inside.Encloses(filepath.Join(abs, extensions)) {
		return nil, fmt.Errorf("cannot read %s: %w", join(shown, extensions), fence.ErrOutside)
	}
	entries, err := os.ReadDir(filepath.Join(abs, extensions))
	if os.IsNotExist(err) {
		return out, nil
	}
	if err != nil {
		return nil, fmt.Errorf("cannot read %s: %w", join(shown, extensions), disk.Cause(err))
	}
	for _, e := range entries {
		if !strings.HasSuffix(e.Name(), extensionsEnding) {
			continue
		}
		if len(out) == maxBundleFiles {
			return nil, fmt.Errorf("%s has more than %d files", join(shown, extensions), maxBundleFiles)
		}
		name := join(join(shown, extensions), e.Name())
		content, err := inside.Read(filepath.Join(abs, extensions, e.Name()), maxBundleFile)
		if err != nil {
			return nil, fmt.Errorf("cannot read %s: %w", name, err)
		}
		f := graph.BundleFile{Path: name, Content: content}
		f.Value, f.Broken = meaning(content)
		out = append(out, f)
	}
	return out, nil
}

// meaning reads a configuration file, which is YAML or JSON.
func meaning(content []byte) (v any, err error) {
	if json.Valid(content) { // which YAML is but for tabs
		content = bytes.ReplaceAll(content, []byte("\t"), []byte(" "))
	}
	if err := yaml.Unmarshal(content, &v); err != nil {
		return nil, fmt.Errorf("the file is neither YAML nor JSON: %w", err)
	}
	return v, nil
}
