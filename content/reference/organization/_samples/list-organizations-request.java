import com.latchkey.Latchkey;
import com.latchkey.organizations.ListOrganizationsOptions;
import java.util.List;

public class ListOrganizations {
  public static void main(String[] args) {
    var latchkey = new Latchkey(System.getenv("LATCHKEY_API_KEY"));

    var list = latchkey.organizations.listOrganizations(
        ListOrganizationsOptions.builder()
            .domains(List.of("northwind.example", "tidewater.example"))
            .limit(20)
            .build());

    for (var organization : list.data) {
      System.out.println(organization.id + " " + organization.name);
    }
  }
}
