package aws

import (
	slashpath "path"
	"regexp"
	"slices"
	"strings"

	"github.com/archlint/archlint/parsers/boot"
	"github.com/archlint/archlint/parsers/graph"
)

// contentSystems are content management systems that keep what visitors and editors upload beside their programs, by the
// word in names of packages, archives and images, with the host that they are downloaded from.
var contentSystems = []struct{ word, host, name string }{
	{"wordpress", "wordpress.org", "WordPress"}, {"drupal", "drupal.org", "Drupal"}, {"joomla", "joomla.org", "Joomla"},
	{"moodle", "moodle.org", "Moodle"}, {"magento", "magento.com", "Magento"}, {"magento2", "magento.com", "Magento"},
	{"nextcloud", "nextcloud.com", "Nextcloud"},
}

// A ContentSystem is a content management system that compute installs when it first boots, or runs in its tasks.
type ContentSystem struct {
	Name    string      // "WordPress"
	Certain graph.Tri   // False where none is seen, and nothing is hidden
	Place   graph.Place // of the script that installs it, or of the task's containers
}

// ContentSystemOf finds the content management system that the instances of a group, or an instance, install, download or
// run in a container, or that the tasks of a service run.
func ContentSystemOf(compute *graph.Resource) ContentSystem {
	if ECSService.Includes(compute) == graph.True {
		return contentSystemOfTasks(compute)
	}
	steps := BootStepsOf(compute)
	out := ContentSystem{Certain: graph.False, Place: graph.Place{Resource: compute}}
	for _, s := range steps.Steps {
		name := systemIn(s.Step)
		if name == "" || out.Certain == graph.True {
			continue
		}
		if s.Certain == graph.True {
			return ContentSystem{name, graph.True, s.Place}
		}
		compute.Graph().Doubt(graph.Doubt{Resource: compute, Message: "whether " + compute.Address + " installs " + name + " depends on what its boot script finds"})
		out = ContentSystem{name, s.Certain, s.Place}
	}
	for _, t := range BootOf(compute).Texts {
		if strings.Contains(t.Text, "wp core download") { // WP-CLI
			return ContentSystem{"WordPress", graph.True, t.Place}
		}
	}
	if steps.Open {
		out.Certain = out.Certain.Or(graph.Unknown)
	}
	if steps.Windows {
		out.Certain = graph.False
	}
	return out
}

// release is what follows the name of a program in the name of an archive or image: a version, an ending.
var release = regexp.MustCompile(`(?:[-_.:@]?v?\d[\w.-]*|[-_.:@](?:latest|stable|fpm|apache|php\d*)\b.*|\.(?:tar|tgz|zip|git|gz|bz2|xz)\b.*)+$`)

// systemIn names the content management system that a step installs, "" where it is none.
func systemIn(s boot.Step) string {
	switch {
	case s.Verb == boot.Install, s.Verb == boot.Pull && s.Runs, s.Verb == boot.Fetch:
	default:
		return ""
	}
	address := strings.ToLower(s.Name)
	if s.Verb == boot.Fetch {
		address, _, _ = strings.Cut(address, "?")
	}
	last := release.ReplaceAllString(slashpath.Base(address), "")
	for _, c := range contentSystems {
		if last == c.word || s.Verb == boot.Fetch && slices.ContainsFunc(strings.Split(address, "/"), func(part string) bool {
			return part == c.host || strings.HasSuffix(part, "."+c.host)
		}) {
			return c.name
		}
	}
	return ""
}

// contentSystemOfTasks finds what the images of a service's containers are. Those whose names are not known may be any
// program: they are taken for none. What tasks keep in directories of their instances may be shared by those.
func contentSystemOfTasks(service *graph.Resource) ContentSystem {
	for task := range ECSService.TaskDefinition.Of(service).Targets() {
		for _, image := range imagesOf(task) {
			name := systemIn(boot.Step{Verb: boot.Pull, Runs: true, Name: image})
			if name == "" {
				continue
			}
			out := ContentSystem{name, graph.True, containersAt(task)}
			if volumes := TaskDefinition.Volumes.Of(task); runsOnFargate(service) != graph.True && (len(volumes.Items) > 0 || volumes.Open) {
				service.Graph().Doubt(graph.Doubt{Resource: task, Message: "where the instances of " + service.Address + " keep the volumes of " + task.Address + " is not known"})
				out.Certain = graph.Unknown
			}
			return out
		}
	}
	return ContentSystem{Certain: graph.False, Place: graph.Place{Resource: service}}
}
