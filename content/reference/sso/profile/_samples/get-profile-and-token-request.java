import com.latchkey.Latchkey;
import com.latchkey.sso.GetProfileAndTokenOptions;

public class GetProfileAndToken {
  public static void main(String[] args) {
    var latchkey = new Latchkey(System.getenv("LATCHKEY_API_KEY"));

    var result = latchkey.sso.getProfileAndToken(
        GetProfileAndTokenOptions.builder()
            .clientId("client_01J9ZH2S6D")
            .code("01J9ZN3T5YQX")
            .build());

    System.out.println(result.profile.email);
  }
}
