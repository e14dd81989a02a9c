package summaries

import (
	"fmt"
	"net/url"
	"path"
	"regexp"
	"slices"
	"strings"

	"github.com/hashicorp/go-version"
)

// A reference is a module's source, taken apart.
type reference struct {
	name string // namespace and name, "terraform-aws-modules/vpc"
	sub  string // "modules/vpc-endpoints", or ""
	ref  string // a tag, branch or commit of a repository, or ""
}

var (
	// registry is a source in the public registry: see "Module Sources", section "Terraform Registry", in Terraform's
	// documentation.
	registry = regexp.MustCompile(`^(?:registry\.(?:terraform\.io|opentofu\.org)/)?([\w-]+)/([\w-]+)/(?:aws|null)$`)
	// repository is a repository on GitHub in any of the ways that Terraform takes: see "Module Sources", sections
	// "GitHub" and "Generic Git Repository". The registry's modules are in repositories terraform-<provider>-<name>.
	repository = regexp.MustCompile(`^(?:git::)?(?:(?:https|ssh)://)?(?:[\w-]+(?::[^@/]*)?@)?github\.com[/:]([\w-]+)/terraform-(?:aws|null)-([\w-]+?)(?:\.git)?$`)
)

// parseSource takes a source apart; ok is false for one that is in no public place.
func parseSource(source string) (m reference, ok bool) {
	source, query, _ := strings.Cut(source, "?")
	scheme := ""
	if i := strings.Index(source, "://"); i >= 0 {
		scheme, source = source[:i+3], source[i+3:]
	}
	source, sub, _ := strings.Cut(source, "//")
	source = scheme + source
	values, err := url.ParseQuery(query)
	if err != nil {
		return m, false
	}
	m.sub, m.ref = strings.Trim(path.Clean("/"+sub), "/"), values.Get("ref")
	for _, form := range []*regexp.Regexp{registry, repository} {
		if found := form.FindStringSubmatch(source); found != nil {
			m.name = strings.ToLower(found[1]) + "/" + strings.ToLower(found[2])
			return m, true
		}
	}
	return m, false
}

// constrain tells whether a tag and a constraint admit any of some releases; ok is false where that cannot be told.
func constrain(ref, constraint string) (admits func(versions) bool, ok bool) {
	if ref != "" {
		tag, err := version.NewSemver(path.Base(ref))
		if err != nil {
			return nil, false
		}
		return func(v versions) bool { return v.has(releaseOf(tag)) }, true
	}
	if constraint == "" {
		return func(versions) bool { return true }, true
	}
	all, err := version.NewConstraint(constraint)
	if err != nil {
		return nil, false
	}
	named := mentioned(constraint)
	return func(v versions) bool {
		some := []string{text(v.from, 0), text(v.to, lastPatch)}
		for _, n := range named {
			r, patch := releaseOf(n), n.Segments()[2]
			for _, near := range []release{{r.major, r.minor - 1}, r, r.next(), {r.major, lastMinor}, {r.major + 1, 0}} {
				some = append(some, text(near, 0), text(near, patch-1), text(near, patch), text(near, patch+1), text(near, lastPatch))
			}
		}
		return slices.ContainsFunc(some, func(number string) bool {
			candidate, err := version.NewVersion(number)
			return err == nil && v.has(releaseOf(candidate)) && all.Check(candidate)
		})
	}, true
}

// lastPatch is a patch version that none has.
const lastPatch = 999

func releaseOf(v *version.Version) release {
	s := v.Segments()
	return release{s[0], s[1]}
}

// text writes a version; with a negative number in it, nothing that could be read as one.
func text(r release, patch int) string { return fmt.Sprintf("%d.%d.%d", r.major, r.minor, patch) }

var number = regexp.MustCompile(`\d+(?:\.\d+){0,2}`)

// mentioned are the versions that a constraint names: it admits or refuses nothing but around them.
func mentioned(constraint string) (out []*version.Version) {
	for _, found := range number.FindAllString(constraint, -1) {
		if v, err := version.NewVersion(found); err == nil {
			out = append(out, v)
		}
	}
	return out
}
