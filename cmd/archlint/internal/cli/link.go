package cli

import (
	"fmt"
	"net/url"
	"os"
	"strings"
)

// link gives the addresses of lines in the browser, where archlint runs in continuous integration on the repository that
// the job is of; nil elsewhere. The variables are those of "Variables reference" in the documentation of GitHub Actions
// and of "Predefined CI/CD variables reference" in GitLab's.
func (p *program) link(root string) func(file string, line int) string {
	var base string
	switch {
	case sameDir(root, p.getenv("GITHUB_WORKSPACE")) && p.getenv("GITHUB_REPOSITORY") != "" && p.getenv("GITHUB_SHA") != "":
		base = p.getenv("GITHUB_SERVER_URL") + "/" + p.getenv("GITHUB_REPOSITORY") + "/blob/" + p.getenv("GITHUB_SHA")
	case sameDir(root, p.getenv("CI_PROJECT_DIR")) && p.getenv("CI_COMMIT_SHA") != "":
		base = p.getenv("CI_PROJECT_URL") + "/-/blob/" + p.getenv("CI_COMMIT_SHA")
	}
	if u, err := url.Parse(base); err != nil || u.Scheme != "https" && u.Scheme != "http" || u.Host == "" {
		return nil
	}
	return func(file string, line int) string {
		// Brackets would end the link in Markdown.
		path := strings.NewReplacer("<", "%3C", ">", "%3E").Replace((&url.URL{Path: file}).EscapedPath())
		return fmt.Sprintf("%s/%s#L%d", base, path, line)
	}
}

// sameDir tells whether two paths are those of one directory.
func sameDir(a, b string) bool {
	if b == "" {
		return false
	}
	at, err := os.Stat(a)
	if err != nil {
		return false
	}
	bt, err := os.Stat(b)
	return err == nil && os.SameFile(at, bt)
}
