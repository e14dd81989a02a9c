package report

import (
	"net/url"
	"path/filepath"
	"strings"

	"github.com/archlint/archlint/parsers/disk"
)

// within gives the path of a shown file relative to the repository's root, with forward slashes, and whether the file
// stands in the repository. A link within the repository is followed; one that leads out of it stands where it stands.
func (o Options) within(file string) (string, bool) {
	abs := filepath.FromSlash(file)
	if !filepath.IsAbs(abs) {
		abs = filepath.Join(o.Dir, abs)
	}
	if o.Real != nil {
		if rel, ok := disk.Below(o.Root, o.Real(abs)); ok {
			return rel, true
		}
	}
	if rel, ok := disk.Below(o.Root, abs); ok {
		return rel, true
	}
	return filepath.ToSlash(filepath.Clean(abs)), false
}

// remembered asks each question once.
func remembered(ask func(string) string) func(string) string {
	if ask == nil {
		return nil
	}
	known := map[string]string{}
	return func(question string) string {
		answer, ok := known[question]
		if !ok {
			answer = ask(question)
			known[question] = answer
		}
		return answer
	}
}

// escaped is a path as a relative reference of a URI.
func escaped(path string) string {
	parts := strings.Split(path, "/")
	for i, p := range parts {
		parts[i] = url.PathEscape(p)
	}
	// A colon in the first part would be taken for the end of a scheme.
	parts[0] = strings.ReplaceAll(parts[0], ":", "%3A")
	return strings.Join(parts, "/")
}

// fileURI is the URI of an absolute path.
func fileURI(abs string) string {
	path := filepath.ToSlash(abs)
	if !strings.HasPrefix(path, "/") {
		path = "/" + path // C:/x
	}
	return (&url.URL{Scheme: "file", Path: path}).String()
}
