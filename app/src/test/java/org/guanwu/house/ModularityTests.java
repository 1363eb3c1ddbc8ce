package org.guanwu.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.guanwu.Guanwu;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

/** The walls: architecture.md section 3. */
class ModularityTests {

    /** from the ground up; a module may import only from its own floor downwards */
    private static final List<String> WINGS = List.of("foundation", "office", "openness", "portal", "demo");

    private final ApplicationModules modules = ApplicationModules.of(Guanwu.class);

    @Test
    void modulesKeepToTheirDeclaredDependencies() {
        modules.verify();
    }

    @Test
    void everyModuleDeclaresItsDependenciesAndNoneIsOpen() {
        var offenders = new ArrayList<String>();
        modules.forEach(module -> {
            var declared = module.getBasePackage().getAnnotation(ApplicationModule.class);
            if (declared.isEmpty()
                    || declared.get().type() == ApplicationModule.Type.OPEN
                    || List.of(declared.get().allowedDependencies()).contains(ApplicationModule.OPEN_TOKEN)) {
                offenders.add(module.getIdentifier().toString());
            }
        });
        assertThat(offenders).isEmpty();
    }

    @Test
    void dependenciesRunDownwards() {
        var offenders = new ArrayList<String>();
        modules.forEach(module -> {
            var declared = module.getBasePackage().getAnnotation(ApplicationModule.class);
            for (String target : declared.orElseThrow().allowedDependencies()) {
                if (floor(target) > floor(module.getIdentifier().toString())) {
                    offenders.add(module.getIdentifier() + " -> " + target);
                }
            }
        });
        assertThat(offenders).isEmpty();
    }

    @Test
    void theModulesAreDescribed() {
        new Documenter(modules).writeModuleCanvases().writeModulesAsPlantUml();
    }

    private static int floor(String module) {
        int floor = WINGS.indexOf(module.split("\\.")[0]);
        assertThat(floor).as("wing of " + module).isNotNegative();
        return floor;
    }
}
