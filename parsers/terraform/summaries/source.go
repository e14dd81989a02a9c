package summaries

import (
	"net/url"
	"path"
	"regexp"
	"slices"
	"strconv"
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

// constrain tells which major versions a tag and a constraint admit; ok is false where that cannot be told.
func constrain(ref, constraint string) (admits func(major int) bool, ok bool) {
	if ref != "" {
		tag, err := version.NewSemver(path.Base(ref))
		if err != nil {
			return nil, false
		}
		return func(major int) bool { return major == tag.Segments()[0] }, true
	}
	if constraint == "" {
		return func(int) bool { return true }, true
	}
	all, err := version.NewConstraint(constraint)
	if err != nil {
		return nil, false
	}
	named := mentioned(constraint)
	return func(major int) bool {
		some := []string{"0.0", "999.999"}
		for _, v := range named {
			if s := v.Segments(); s[0] == major {
				some = append(some, tail(s[1], s[2]), tail(s[1], s[2]+1), tail(s[1], 999), tail(s[1]+1, 0))
				if s[2] > 0 {
					some = append(some, tail(s[1], s[2]-1))
				}
				if s[1] > 0 {
					some = append(some, tail(s[1]-1, 999))
				}
			}
		}
		return slices.ContainsFunc(some, func(rest string) bool {
			v, err := version.NewVersion(strconv.Itoa(major) + "." + rest)
			return err == nil && all.Check(v)
		})
	}, true
}

func tail(minor, patch int) string { return strconv.Itoa(minor) + "." + strconv.Itoa(patch) }

var number = regexp.MustCompile(`\d+(?:\.\d+){0,2}`)

// mentioned are the versions that a constraint names: it admits or refuses nothing but around them.
func mentioned(constraint string) (out []*version.Version) {
	for _, text := range number.FindAllString(constraint, -1) {
		if v, err := version.NewVersion(text); err == nil {
			out = append(out, v)
		}
	}
	return out
}
