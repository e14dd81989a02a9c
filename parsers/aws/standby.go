package aws

import (
	"slices"
	"strings"

	"github.com/zclconf/go-cty/cty"

	"github.com/archlint/archlint/parsers/graph"
)

// HasStandby tells whether a service that runs in one zone has another that does the same work in a different zone, as a server
// and its standby do: its containers start from the same images by the same commands. Of several such services all count.
func HasStandby(service *graph.Resource) graph.Tri {
	if zonesOfService(service).One() != graph.True {
		return graph.False
	}
	alike := alikeServices(service.Graph())[workOf(service)]
	if alike == nil || len(alike.services) < 2 {
		return graph.False
	}
	return alike.zones.AtLeast(2)
}

// alike are services that do the same work, and the zones that they have together.
type alike struct {
	services []*graph.Resource
	zones    Zones
}

// alikeServices are the services of a graph that certainly have interfaces of their own, by what they do.
func alikeServices(g *graph.Graph) map[string]*alike {
	type key struct{}
	return graph.Fact(g, key{}, func() map[string]*alike {
		out := map[string]*alike{}
		for service := range ECSService.In(g) {
			work := workOf(service)
			if work == "" || ECSService.Subnets.Of(service).Any() != graph.True {
				continue
			}
			if out[work] == nil {
				out[work] = &alike{zones: Zones{Edge: graph.False}}
			}
			out[work].services = append(out[work].services, service)
			out[work].zones.Union(zonesOfService(service), service.Exists != graph.True)
		}
		return out
	})
}

func zonesOfService(service *graph.Resource) Zones {
	return ZonesOfLinks(ECSService.Subnets.Of(service))
}

// workOf says in words of no other meaning what the containers of a service do: their images, by name or by the repositories
// in the graph from which they come, and their commands; where an image is not known, which task definition they have.
func workOf(service *graph.Resource) string {
	type key struct{ r *graph.Resource }
	return graph.Fact(service.Graph(), key{service}, func() string {
		var words []string
		for task := range ECSService.TaskDefinition.Of(service).Targets() {
			var from []string
			for _, ref := range graph.Refs(containersOf(task)) {
				for _, t := range service.Graph().Targets(ref) {
					if !ref.Possible && imageRepositories[t.Type] {
						from = append(from, t.Address)
					}
				}
			}
			slices.Sort(from)
			from = slices.Compact(from)
			images := imagesWritten(task, func(cty.Value) bool { return false }) // two of one default are alike
			if len(images) == 0 || len(from) == 0 && slices.ContainsFunc(images, func(image string) bool { return strings.Contains(image, graph.Hole) }) {
				words = append(words, task.Address)
				continue
			}
			words = append(append(append(words, images...), from...), startsOf(task)...)
		}
		return strings.Join(words, "\n")
	})
}

// imageRepositories are the types of resources that keep images of containers.
var imageRepositories = map[string]bool{"aws_ecr_repository": true, "aws_ecrpublic_repository": true, "AWS::ECR::Repository": true, "AWS::ECR::PublicRepository": true}
