package report

import (
	"net/url"
	"path/filepath"
	"strings"
)

// within gives the path of a shown file relative to the repository's root, with forward slashes, and whether the file
// stands in the repository. A link within the repository is followed; one that leads out of it stands where it stands.
func (o Options) within(file string) (string, bool) {
	abs := filepath.FromSlash(file)
	if !filepath.IsAbs(abs) {
		abs = filepath.Join(o.Dir, abs)
	}
	if o.Real != nil {
		if rel, ok := below(o.Root, o.Real(abs)); ok {
			return rel, true
		}
	}
	if rel, ok := below(o.Root, abs); ok {
		return rel, true
	}
	return filepath.ToSlash(filepath.Clean(abs)), false
}

// below gives a path relative to a directory that it lies in, with forward slashes.
func below(dir, path string) (rel string, ok bool) {
	rel, err := filepath.Rel(dir, path)
	if err != nil || rel == ".." || strings.HasPrefix(rel, ".."+string(filepath.Separator)) {
		return "", false
	}
	return filepath.ToSlash(rel), true
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
